import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the shared components. */
export const uiTranslationRef = createTranslationRef({
  id: 'groundwork.ui',
  messages: {
    loading: 'Loading {{subject}}',
    failure: {
      title: 'Could not load {{subject}}',
      retry: 'Try again',
    },
    forbidden: {
      title: 'You may not see {{subject}}',
      remedy:
        'Your role does not include this. Ask an administrator of the portal for it.',
    },
  },
});
