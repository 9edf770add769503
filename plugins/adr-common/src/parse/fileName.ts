import { formatDay } from './dates';

/** What the name of a file says about the record in it. */
export interface FileNameParts {
  /** For a name that begins with a number. */
  number?: number;
  /** For a name that begins with a day: `YYYY-MM-DD`. */
  date?: string;
  /** The rest of the name. */
  slug: string;
}

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/** Whether a file is Markdown by its name. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.test(path);
}

/** The last part of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The directory of a path; empty at the top. */
export function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

const INDEX = /^(?:readme|index)$/i;

/** `0007-queues/README.md` is named by its directory. */
function nameOf(path: string): string {
  const name = baseNameOf(path).replace(MARKDOWN, '');
  return INDEX.test(name) ? baseNameOf(directoryOf(path)) : name;
}

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(?:[-_ .]+(.*))?$/;

/** `0007-x`, `7_x`, `ADR-0007-x`, `ODH-ADR-0007-x`; any other word before a number makes it part of a title. */
const NUMBER =
  /^(?:(?:[a-z]+[-_ ])*(?:l?adr|ad|dr|edr|tdr|pdr|mdr|rfc|decision|arch)s?(?:[-_ ][a-z]{1,12}(?=[-_ ]\d{3}))?[-_ ]*)?(\d{1,5})(?:[-_ .:]+(.*))?$/i;

/** Reads number or day and the rest out of the name of a file. */
export function readFileName(path: string): FileNameParts {
  const name = nameOf(path);
  const day = DAY.exec(name);
  if (day) {
    const [year, month, date] = day.slice(1, 4).map(Number);
    const formatted = formatDay(year, month, date);
    if (formatted) {
      return { date: formatted, slug: day[4] ?? '' };
    }
  }
  const numbered = NUMBER.exec(name);
  return numbered
    ? { number: Number(numbered[1]), slug: numbered[2] ?? '' }
    : { slug: name };
}

const OTHER_DOCUMENT =
  /^(?:readme|index|contributing|changelog|license|toc|summary|glossary|_.*|\..*|(?:[a-z]+[-_. ])?template(?:[-_. ].*)?)$/i;

/** A number makes "…-of-the-template" the title of a decision; only `0000-template` is one. */
const NUMBERED_TEMPLATE = /^(?:l?m?adr[-_ ]|decision[-_ ])?template$/i;

/** Whether the name says that a file of the folder is a template, an index or the like, and no record. */
export function isOtherDocument(path: string): boolean {
  const base = baseNameOf(path).replace(MARKDOWN, '');
  const { number, date, slug } = readFileName(path);
  const isNumbered = number !== undefined || date !== undefined;
  return isNumbered ? NUMBERED_TEMPLATE.test(slug) : OTHER_DOCUMENT.test(base);
}
