import type { Diff } from '@groundwork/plugin-forge-common';

/** What is known of a record for finding it again under another path. */
export interface MovableRecord {
  path: string;
  title: string;
  blob?: string;
}

/** A record that was renamed. */
export interface Move {
  oldPath: string;
  newPath: string;
}

function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Finds out which of the records that are gone are now elsewhere: with the same content, as Git tells it, or with the
 * same title. Each is found once, and what fits two is not guessed at.
 */
export function findMoves(
  before: readonly MovableRecord[],
  after: readonly MovableRecord[],
  diff?: Pick<Diff, 'files'>,
): Move[] {
  const known = new Set(before.map(({ path }) => path));
  const present = new Set(after.map(({ path }) => path));
  const gone = before.filter(({ path }) => !present.has(path));
  const added = after.filter(({ path }) => !known.has(path));
  const renamed = new Map(
    (diff?.files ?? []).map(({ oldPath, path }) => [oldPath, path]),
  );
  const taken = new Set<string>();
  return gone.flatMap(old => {
    const free = added.filter(({ path }) => !taken.has(path));
    const found =
      only(free.filter(({ blob }) => blob && blob === old.blob)) ??
      only(free.filter(({ path }) => renamed.get(old.path) === path)) ??
      only(free.filter(({ title }) => titleKey(title) === titleKey(old.title)));
    if (!found) return [];
    taken.add(found.path);
    return [{ oldPath: old.path, newPath: found.path }];
  });
}

function only<T>(items: T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
