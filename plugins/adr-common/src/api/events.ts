/** The topic of the portal's events that says that the log has changed. */
export const ADR_CHANGED_TOPIC = 'adr.changed';
