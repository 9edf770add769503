import { createHash } from 'node:crypto';
import type { History } from '../embedded/creation/History';
import type { RepositorySeed } from './seedsSchema';

/** Tells whether a seed has changed: equal digests make equal repositories. */
export function digestSeed(seed: RepositorySeed, history: History): string {
  const hash = createHash('sha256');
  const { name, description, owner, isExample } = seed;
  hash.update(JSON.stringify([name, description, owner, isExample]));
  for (const { edits = [], ...commit } of history.commits) {
    hash.update(JSON.stringify(commit));
    for (const { path, content = '', isExecutable } of edits) {
      hash.update(JSON.stringify([path, isExecutable, content.length]));
      hash.update(content);
    }
  }
  return hash.update(JSON.stringify(history.tags)).digest('hex');
}
