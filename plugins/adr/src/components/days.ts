/** Words a day in a language; a day is the same everywhere, so no time zone takes part. */
export function formatDay(day: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, date));
}

/** Words a month, such as `2024-05`. */
export function formatMonth(month: string, language: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year, number - 1, 1));
}

/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(
    now.getDate(),
  )}`;
}

/** A moment, such as when something was read. */
export function formatMoment(at: string, language: string): string {
  return new Date(at).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
