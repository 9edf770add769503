import fs from 'node:fs';
import path from 'node:path';
import { diffArrays } from 'diff';
import { readReaderView, type ReaderView } from './readReaderView';

/** Something that readers of a page get from one engine only. */
export interface Difference {
  /** The page, and the part of it. */
  place: string;
  mkdocs?: string;
  groundwork?: string;
}

/** mkdocs writes a page for addresses that it does not have; the portal has its own. */
const NOT_COMPARED = '404.html';
const PARTS = [
  ...(['title', 'navigation', 'headings', 'links', 'images', 'text'] as const),
];

/** Compares what readers get of two sites that were built from the same tree. */
export function compareSites(
  mkdocsDir: string,
  groundworkDir: string,
): Difference[] {
  const pages = new Set([...listPages(mkdocsDir), ...listPages(groundworkDir)]);
  return [...pages].sort().flatMap(page => {
    const mkdocs = readPage(mkdocsDir, page);
    const groundwork = readPage(groundworkDir, page);
    if (!mkdocs || !groundwork) {
      return [
        {
          place: page,
          mkdocs: mkdocs && 'the page',
          groundwork: groundwork && 'the page',
        },
      ];
    }
    return PARTS.flatMap(part =>
      compareParts(mkdocs[part], groundwork[part]).map(difference => ({
        place: `${page} ${part}`,
        ...difference,
      })),
    );
  });
}

function listPages(directory: string): string[] {
  return fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.html') && file !== NOT_COMPARED);
}

function readPage(directory: string, page: string): ReaderView | undefined {
  const file = path.join(directory, page);
  return fs.existsSync(file)
    ? readReaderView(
        fs.readFileSync(file, 'utf8'),
        page.replace(/(^|\/)index\.html$/, '$1'),
      )
    : undefined;
}

/** A removed run beside an added one is one difference. */
function compareParts(
  mkdocs: string[],
  groundwork: string[],
): Omit<Difference, 'place'>[] {
  const found: Omit<Difference, 'place'>[] = [];
  let wasChange = false;
  for (const { added, removed, value } of diffArrays(mkdocs, groundwork)) {
    const words = value.join(' ');
    const side = added ? { groundwork: words } : { mkdocs: words };
    if (added || removed) {
      found.push(wasChange ? { ...found.pop(), ...side } : side);
    }
    wasChange = Boolean(added || removed);
  }
  return found;
}
