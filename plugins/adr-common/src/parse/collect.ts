import type { DecisionReference, FileReference } from '../model/Decision';
import { statementsOfPart, type Statement } from './fields';
import type { Part } from './outline';
import type { DecisionSource } from './parseDecision';
import {
  referencesOfStatus,
  referencesOfText,
  referencesOfValue,
} from './references';
import type { Words } from './words';

function originOf({ style }: Statement): DecisionReference['origin'] {
  return style === 'front-matter' ? 'front-matter' : 'status';
}

function referencesOfStatement(statement: Statement): DecisionReference[] {
  const { link, field, values, line } = statement;
  const origin = originOf(statement);
  if (link) {
    return values.flatMap(words =>
      referencesOfValue(words, { type: link, origin, line }),
    );
  }
  return field === 'status'
    ? values
        .flatMap(words => referencesOfStatus(words, line))
        .map(reference => ({ ...reference, origin }))
    : [];
}

function wordsOf(part: Part): { words: Words; line: number }[] {
  return part.blocks.flatMap(block => {
    if (block.kind === 'line') return [block];
    return block.kind === 'row'
      ? block.cells.map(words => ({ words, line: block.line }))
      : [];
  });
}

function referencesOfPart(part: Part): DecisionReference[] {
  const { purpose } = part;
  const lines = wordsOf(part);
  if (purpose.kind === 'links') {
    return lines.flatMap(({ words, line }) =>
      referencesOfValue(words, { type: purpose.type, origin: 'status', line }),
    );
  }
  if (purpose.kind === 'field' && purpose.field === 'status') {
    const statements = statementsOfPart(part).filter(({ link }) => link);
    const stated = new Set(statements.map(({ line }) => line));
    return [
      ...statements.flatMap(referencesOfStatement),
      ...lines
        .filter(({ line }) => !stated.has(line))
        .flatMap(({ words, line }) => referencesOfStatus(words, line)),
    ];
  }
  return lines.flatMap(({ words, line }) => referencesOfText(words, line));
}

/** Collects what a record says about others: in its front matter, header, status, list of links, and text. */
export function collectReferences(source: DecisionSource): DecisionReference[] {
  const telling = source.statements.filter(
    ({ link, field }) => link !== undefined || field === 'status',
  );
  const told = new Set(telling.map(({ line }) => line));
  return [
    ...telling.flatMap(referencesOfStatement),
    ...source.parts
      .flatMap(referencesOfPart)
      .filter(({ line }) => !told.has(line)),
  ];
}

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

function toPath(href: string): string | undefined {
  const path = href.replace(/[?#].*$/, '');
  if (path === '' || EXTERNAL.test(href)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Collects the links and pictures that lead to files of the repository. */
export function collectFiles(parts: readonly Part[]): FileReference[] {
  const files: FileReference[] = [];
  const push = (kind: FileReference['kind'], href: string, line: number) => {
    const path = toPath(href);
    if (path !== undefined) files.push({ kind, path, line });
  };
  for (const part of parts) {
    const heading = part.heading ? [part.heading] : [];
    for (const { words, line } of [...heading, ...wordsOf(part)]) {
      words.links.forEach(({ href }) => push('link', href, line));
      words.images.forEach(href => push('image', href, line));
    }
  }
  return files;
}
