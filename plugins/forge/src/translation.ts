import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changeMessages } from './translation/changeMessages';
import { fileMessages } from './translation/fileMessages';
import { repositoryMessages } from './translation/repositoryMessages';

/** The words of the pages of the forge. */
export const forgeTranslationRef = createTranslationRef({
  id: 'groundwork.forge',
  messages: { ...repositoryMessages, ...fileMessages, ...changeMessages },
});
