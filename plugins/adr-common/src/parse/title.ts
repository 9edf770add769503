/** What people put before a title: `1. `, `ADR-0001: `, `[ADR 7] `, `ODH-ADR-0003 - `, `Decision 4 – `. */
const PREFIX =
  /^\s*[[(]?\s*(?:(?:[\p{L}]+[-\s])*?(?:l?adr|ad|dr|edr|tdr|pdr|mdr|rfc|architecture decision record|architectural decision record|decision record|decision)s?[-\s_:#]*(?:[\p{Lu}]{1,5}[-_])?)?(?:#|no\.?\s*|№\s*)?(\d{1,5})\s*[\])]?\s*(?:[.:)|]|[-–—]+(?=\s|$)|(?=\s)|$)\s*[-–—:]?\s*/iu;

/** A day before a title, as date-named records have it. */
const DAY_PREFIX = /^\s*\d{4}-\d{2}-\d{2}\s*[-–—:.]?\s+/;

const KIND_PREFIX =
  /^(?:[^:]{1,40}\s[-–—|]\s+)?(?:l?adr|architectur(?:e|al) decision(?: record)?|decision record)\s*[:–—-]\s+/i;

/** `Open Data Hub - ODH-ADR-0003 - Title`: the number stands between a group and the title. */
const GROUP_PREFIX =
  /^[^:]{1,40}\s[-–—|:]\s+(?:[A-Z]+-)*ADR[-\s_]*(?:[A-Za-z]{1,12}[-_])?(\d{1,5})\s*[-–—:|]\s+/;

/** Only a number that is marked as one: "3 databases" is a title, "3. Databases" is not. */
const BARE_NUMBER = /^\s*(\d{1,5})\s+\S/;

/** A heading taken apart. */
export interface HeadingParts {
  number?: number;
  /** Empty when the heading is a number and nothing else. */
  title: string;
}

/** Takes the number off a heading; the number of the file helps to tell one from a quantity. */
export function readHeading(
  heading: string,
  fileNumber?: number,
): HeadingParts {
  const text = heading.trim();
  const group = GROUP_PREFIX.exec(text);
  if (group) {
    return {
      number: Number(group[1]),
      title: text.slice(group[0].length).trim(),
    };
  }
  const plain = text.replace(KIND_PREFIX, '');
  const slug = /^0*(\d{1,5})[-_](?=\p{L}\S*$)/u.exec(plain);
  if (slug) {
    return { number: Number(slug[1]), title: plain.slice(slug[0].length) };
  }
  const match = PREFIX.exec(plain);
  if (!match || isBareQuantity(plain, fileNumber)) {
    return { title: plain.replace(DAY_PREFIX, '').trim() };
  }
  return {
    number: Number(match[1]),
    title: plain.slice(match[0].length).trim(),
  };
}

/** `003 Location of plugins` has a number, `3 databases` has not, unless the file has the same. */
function isBareQuantity(text: string, fileNumber?: number): boolean {
  const bare = BARE_NUMBER.exec(text)?.[1];
  return (
    bare !== undefined && !bare.startsWith('0') && Number(bare) !== fileNumber
  );
}

/** Turns a file name into words, when the text has no heading. */
export function titleFromSlug(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
