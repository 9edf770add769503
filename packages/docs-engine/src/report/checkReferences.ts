import type { Finding } from '@groundwork/plugin-docs-report-common';
import type { Page } from '../page/Page';
import type { Reference } from './Reference';

/** Finds links and images that lead nowhere, and links to places that their page does not have. */
export function checkReferences(pages: Page[]): Finding[] {
  const anchors = new Map(
    pages.map(({ file, anchors: known }) => [file, new Set(known)]),
  );
  return pages.flatMap(({ file, references }) =>
    references.flatMap(reference => check(reference, file, anchors)),
  );
}

function check(
  reference: Reference,
  file: string,
  anchors: Map<string, Set<string>>,
): Finding[] {
  const { kind, line, problem, anchor, written } = reference;
  if (problem) {
    return kind === 'image'
      ? [{ kind: 'missing-image', file, line, message: `image ${problem}` }]
      : [{ kind: 'broken-link', file, line, message: `link ${problem}` }];
  }
  const known = reference.file ? anchors.get(reference.file) : undefined;
  // An empty anchor is the top of the page; `:~:` asks the browser to find a text.
  const isCheckable = known && anchor && !anchor.startsWith(':~:');
  if (!isCheckable || known.has(anchor)) {
    return [];
  }
  const place = reference.file === file ? 'this page' : `'${reference.file}'`;
  const message = `link '${written}': ${place} has no place named '#${anchor}'`;
  return [{ kind: 'broken-anchor', file, line, message }];
}
