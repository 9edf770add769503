const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Parts = { year: string; month: string; day: string };

/** Each form with its groups by name; a form that could mean two days is not here. */
const FORMS = [
  /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?:of\s+)?(?<month>[a-z]{3,9})[\s.,-]+(?<year>\d{4})(?!\d)/i,
  /(?<month>[a-z]{3,9})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,-]+(?<year>\d{4})(?!\d)/i,
  /(?<!\d)(?<year>\d{4})[\s,-]+(?<month>[a-z]{3,9})[\s.,-]+(?<day>\d{1,2})(?!\d)/i,
];

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return index + 1;
}

/** Joins year, month and day; undefined when the calendar has no such day. */
export function formatDay(
  year: number,
  month: number,
  day: number,
): string | undefined {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !isLeap ? 28 : DAYS[month - 1];
  if (!last || day < 1 || day > last || year < 1900 || year > 2999) {
    return undefined;
  }
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}

function fromParts({ year, month, day }: Parts): string | undefined {
  return formatDay(Number(year), monthOf(month), Number(day));
}

/** With slashes, half of the world writes the day first; a number above twelve tells which half, or a day nearby. */
function fromSlashes(text: string, near?: string): string | undefined {
  const match = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!match) {
    return undefined;
  }
  const [first, second, year] = match.slice(1).map(Number);
  const days = [
    formatDay(year, second, first),
    formatDay(year, first, second),
  ].filter(day => day !== undefined);
  if (days.length < 2 || days[0] === days[1]) {
    return days[0];
  }
  return days.find(day => near?.startsWith(day.slice(0, 7)));
}

/**
 * Finds the day that a text names.
 *
 * @param near - a day of the same month, such as that of the file name, which tells day and month apart
 * @returns `YYYY-MM-DD`; undefined when there is none, no such day, or two that it could be
 */
export function readDay(text: string, near?: string): string | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups) {
      // Every form names these three.
      const day = fromParts(groups as Parts);
      if (day) return day;
    }
  }
  return fromSlashes(text, near);
}
