import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** From long to short: the first unit that the time amounts to at least one of is used. */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Words a time as seen from now: "3 days ago". */
export function formatAgo(at: Date, now: Date, language: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) {
      return format.format(Math.trunc(seconds / size), unit);
    }
  }
  return format.format(0, 'second');
}

/** A time as seen from now; the exact one is its title. */
export function Ago(props: { at: string }) {
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const at = new Date(props.at);
  if (Number.isNaN(at.getTime())) {
    return <>{props.at}</>;
  }
  return (
    <time dateTime={props.at} title={at.toLocaleString(language)}>
      {formatAgo(at, new Date(), language)}
    </time>
  );
}
