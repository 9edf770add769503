import { InputError } from '@backstage/errors';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import { minimatch } from 'minimatch';
import type { History, HistoryCommit } from '../embedded/creation/History';
import { toEarlierVersion } from './toEarlierVersion';
import type { SeedFile } from './readSeedFiles';
import type { RepositorySeed, SeedCommit, SeedPeople } from './seedsSchema';

/** Makes the commits and tags of a seed from its files. */
export function createSeedHistory(
  seed: RepositorySeed,
  options: { people: SeedPeople; files: ReadonlyMap<string, SeedFile> },
): History {
  const { people, files } = options;
  const written = new Map<string, Buffer>();
  const commits = seed.history.map((commit): HistoryCommit => {
    const edits = selectFiles(commit, files)
      .map(([path, file]) => createEdit(path, file, commit))
      .filter(({ path, content }) => !written.get(path)?.equals(content));
    if (edits.length === 0) {
      throw new InputError(
        `The commit '${commit.message}' of ${seed.name} changes no file; name others, or remove it`,
      );
    }
    edits.forEach(({ path, content }) => written.set(path, content));
    return {
      edits,
      message: commit.message,
      actor: createActor(commit.author, people),
      date: commit.date,
    };
  });
  const tags = seed.history.flatMap((commit, commitIndex) =>
    (commit.tags ?? []).map(name => ({ name, commitIndex })),
  );
  return { commits, tags };
}

function selectFiles(
  { message, files: patterns, earlier = {} }: SeedCommit,
  files: ReadonlyMap<string, SeedFile>,
): [string, SeedFile][] {
  const selected = [...files].filter(
    ([path]) =>
      !patterns ||
      patterns.some(pattern => minimatch(path, pattern, { dot: true })),
  );
  const absent = Object.keys(earlier).find(
    path => !selected.some(([name]) => name === path),
  );
  if (absent) {
    throw new InputError(
      `The commit '${message}' has an earlier version of '${absent}', which is not among its files`,
    );
  }
  return selected;
}

function createEdit(
  path: string,
  { content, isExecutable }: SeedFile,
  commit: SeedCommit,
): FileEdit & { content: Buffer } {
  const version = commit.earlier?.[path];
  return {
    path,
    content: version ? toEarlierVersion(content, { path, version }) : content,
    isExecutable,
  };
}

function createActor(ref: string, people: SeedPeople): Actor {
  return { ref, signature: people[ref] };
}
