import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** Writes times in the reader's language. */
export function useFormattedTime(): (at: string) => string {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  return at =>
    new Date(at).toLocaleString(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
}
