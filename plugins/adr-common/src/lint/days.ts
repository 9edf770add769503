const DAY_IN_MS = 86_400_000;

/** Days are counted as days, in no time zone. */
function toDayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY_IN_MS;
}

/** The days from one day to another. */
export function countDays(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The day a number of days later. */
export function addDays(day: string, days: number): string {
  return new Date((toDayNumber(day) + days) * DAY_IN_MS)
    .toISOString()
    .slice(0, 10);
}
