import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words around diagrams. */
export const diagramTranslationRef = createTranslationRef({
  id: 'groundwork.diagrams',
  messages: {
    diagram: 'Diagram; its source can be shown below',
    source: 'Source of the diagram',
    showSource: 'Show the source',
    hideSource: 'Hide the source',
    failed: 'This diagram cannot be drawn: {{reason}}',
  },
});
