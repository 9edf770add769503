import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { formatDay } from './days';

/** The language in which days are worded. */
export function useLanguage(): string {
  return useApi(appLanguageApiRef).getLanguage().language;
}

/** A day of a record. */
export function Day(props: { day: string }) {
  const language = useLanguage();
  return <time dateTime={props.day}>{formatDay(props.day, language)}</time>;
}
