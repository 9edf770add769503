import { relativePath } from '../folder/paths';
import type { ParsedDecision } from '../model/Decision';
import { baseNameOf, directoryOf } from '../parse/fileName';

/** What a link to a record needs to know of it. */
export type LinkedDecision = Pick<
  ParsedDecision,
  'path' | 'number' | 'title' | 'format'
>;

/** Turns a title into the part of a file name behind the number. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug || 'decision';
}

/** A number as file names have it. */
export function padNumber(number: number, width = 4): string {
  return String(number).padStart(width, '0');
}

/** How a record is called in a link: `12. Title` in Nygard's form, `ADR-0012` in the others, its title without a number. */
export function linkLabel(decision: LinkedDecision): string {
  const { number, title, format } = decision;
  if (number === undefined) return title.replace(/[[\]]/g, '');
  return format === 'nygard'
    ? `${number}. ${title.replace(/[[\]]/g, '')}`
    : `ADR-${padNumber(number)}`;
}

/** A link from one record to another. */
export function linkTo(
  decision: LinkedDecision,
  from: Pick<LinkedDecision, 'path' | 'format'>,
): string {
  const path = relativePath(directoryOf(from.path), decision.path);
  const label = linkLabel({ ...decision, format: from.format });
  return `[${label}](${encodePath(path)})`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What the status of a record says once another one replaces it. */
export function supersededBy(
  successor: LinkedDecision,
  record: Pick<LinkedDecision, 'path' | 'format'>,
): string {
  return `superseded by ${linkTo(successor, record)}`;
}

/** The name of a file with another number, in the same width. */
export function renumberedPath(path: string, number: number): string {
  const base = baseNameOf(path);
  const renamed = base.replace(/\d+/, digits =>
    padNumber(number, digits.length),
  );
  return path.slice(0, path.length - base.length) + renamed;
}
