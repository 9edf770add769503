import { ConflictError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { git } from '../git';
import { readRawRefs } from '../rawRefs';
import { updateRefs, type RefUpdate } from '../refs';
import type { RepositoryDirectory } from '../RepositoryDirectory';
import {
  readRecord,
  writeRecord,
  type RepositoryRecord,
  type SeedState,
} from '../RepositoryRecord';
import type { NewRepository, RepositoryCreation } from './RepositoryCreation';

/** Where the objects of a new seed wait until the branches move to them. */
const INCOMING = 'refs/groundwork/incoming';

/** What became of a repository that the portal brought. */
export interface Seed {
  /** What it was made of. */
  digest: string;
  /** Nobody has pushed, committed or proposed anything since. */
  isUntouched: boolean;
}

/** Brings repositories of the portal up to date while nobody has made them their own. */
export class SeededRepositories {
  readonly #repositories: RepositoryDirectory;
  readonly #creation: RepositoryCreation;

  static create(options: {
    repositories: RepositoryDirectory;
    creation: RepositoryCreation;
  }): SeededRepositories {
    return new SeededRepositories(options);
  }

  private constructor(options: {
    repositories: RepositoryDirectory;
    creation: RepositoryCreation;
  }) {
    this.#repositories = options.repositories;
    this.#creation = options.creation;
  }

  /**
   * What is known of the seed of a repository.
   *
   * @returns undefined for one that the portal did not bring
   */
  async read(name: RepositoryName): Promise<Seed | undefined> {
    const directory = await this.#repositories.find(name);
    const { seed } = await readRecord(directory);
    if (!seed?.length) {
      return undefined;
    }
    const refs = await readRawRefs(directory);
    // Between two seeds it is neither.
    const digest = seed.map(state => state.digest).join(' and ');
    return { digest, isUntouched: isUntouched(refs, seed) };
  }

  /**
   * Moves branches and tags to a new history in one step.
   *
   * @remarks
   * The record tells of the new seed before anything moves, so that a repository in between still counts as untouched
   * and the next start finishes the work. The tags of versions that the new history no longer has stay, and with them
   * the commits that locks and links name.
   */
  async replace(
    options: Omit<NewRepository, 'idempotencyKey'> & { seedDigest: string },
  ): Promise<string> {
    const directory = await this.#repositories.find(options);
    const record = await readRecord(directory);
    const refs = await readRawRefs(directory);
    if (!record.seed || !isUntouched(refs, record.seed)) {
      throw new ConflictError(
        `Somebody has worked on ${formatRepositoryName(
          options,
        )} since the portal brought it; it stays as it is`,
      );
    }
    return this.#repositories.stage(async place => {
      const built = await this.#creation.build(place, options);
      await fetchAll(directory, built.directory);
      const next: SeedState = {
        digest: options.seedDigest,
        refs: Object.fromEntries([
          ...[...refs].filter(([ref]) => ref.startsWith('refs/tags/')),
          ...(await readRawRefs(built.directory)),
        ]),
      };
      await writeRecord(directory, {
        ...record,
        seed: [...(record.seed ?? []), next],
      });
      await moveRefs(directory, refs, next.refs);
      await writeRecord(directory, renew(record, next, options));
      return built.head;
    });
  }
}

/** Exactly what one of the seeds brought; a kill in the middle of a replacement leaves some of each. */
function isUntouched(
  refs: ReadonlyMap<string, string>,
  seed: readonly SeedState[],
): boolean {
  return [...refs].every(([ref, id]) =>
    seed.some(state => state.refs[ref] === id),
  );
}

function renew(
  record: RepositoryRecord,
  seed: SeedState,
  {
    description,
    owner,
    isExample,
  }: Pick<NewRepository, 'description' | 'owner' | 'isExample'>,
): RepositoryRecord {
  return { ...record, description, owner, isExample, seed: [seed] };
}

async function fetchAll(directory: string, source: string): Promise<void> {
  await git(directory, [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    source,
    `+refs/heads/*:${INCOMING}/heads/*`,
    `+refs/tags/*:${INCOMING}/tags/*`,
  ]);
}

async function moveRefs(
  directory: string,
  before: ReadonlyMap<string, string>,
  after: Readonly<Record<string, string>>,
): Promise<void> {
  const incoming = await readRawRefs(directory, [INCOMING]);
  const names = new Set([...before.keys(), ...Object.keys(after)]);
  const updates: RefUpdate[] = [...names].map(ref => ({
    ref,
    before: before.get(ref),
    after: after[ref],
  }));
  await updateRefs(directory, [
    ...updates,
    ...[...incoming].map(([ref, id]) => ({
      ref,
      before: id,
      after: undefined,
    })),
  ]);
}
