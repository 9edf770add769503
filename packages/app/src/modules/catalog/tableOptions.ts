/** Columns that can be dragged nest a button in a button, which screen readers cannot tell apart (WCAG 4.1.2). */
export const TABLE_OPTIONS = { draggable: false, padding: 'dense' } as const;
