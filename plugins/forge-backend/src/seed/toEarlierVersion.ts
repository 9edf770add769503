import { InputError } from '@backstage/errors';
import type { EarlierVersion } from './seedsSchema';

/** Works out what a file was like before later commits, from what it is like now. */
export function toEarlierVersion(
  content: Buffer,
  { path, version }: { path: string; version: EarlierVersion },
): Buffer {
  const { cut = [], replace = [] } = version;
  let text = content.toString('utf8');
  for (const { from, until } of cut) {
    text = cutLines(text, { path, from, until });
  }
  for (const { now, then } of replace) {
    find(text, now, path);
    text = text.replaceAll(now, () => then);
  }
  return Buffer.from(text);
}

function cutLines(
  text: string,
  { path, from, until }: { path: string; from: string; until?: string },
): string {
  const start = lineStart(text, find(text, from, path));
  if (until === undefined) {
    return text.slice(0, start);
  }
  const end = find(text, until, path, start + from.length);
  return text.slice(0, start) + text.slice(lineStart(text, end));
}

function find(text: string, part: string, path: string, after = 0): number {
  const index = text.indexOf(part, after);
  if (index < 0) {
    throw new InputError(
      `An earlier version of '${path}' is made from a text that the file does not have: '${part}'`,
    );
  }
  return index;
}

function lineStart(text: string, index: number): number {
  return text.lastIndexOf('\n', index - 1) + 1;
}
