import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { logMessages } from './translation/logMessages';
import { proposeMessages } from './translation/proposeMessages';
import { readerMessages } from './translation/readerMessages';

/** The words of the pages of the decision log. */
export const adrTranslationRef = createTranslationRef({
  id: 'groundwork.adr',
  messages: { ...logMessages, ...readerMessages, ...proposeMessages },
});
