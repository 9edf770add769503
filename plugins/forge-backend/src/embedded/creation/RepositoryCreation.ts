import { ConflictError, InputError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { syncTree } from '../files';
import { readRawRefs } from '../rawRefs';
import type { RepositoryDirectory } from '../RepositoryDirectory';
import {
  readRecord,
  writeRecord,
  type RepositoryRecord,
} from '../RepositoryRecord';
import { buildRepository, type BuiltRepository } from './buildRepository';
import type { History } from './History';

/** What a new repository is called, holds and belongs to. */
export interface NewRepository
  extends RepositoryName,
    Pick<RepositoryRecord, 'description' | 'owner' | 'isExample'> {
  history: History;
  /** See `CreateRepositoryOptions`. */
  idempotencyKey: string;
  /** What a seed was made of; see `SeededRepositories`. */
  seedDigest?: string;
  signal?: AbortSignal;
}

/** Makes repositories, whole or not at all. */
export class RepositoryCreation {
  readonly #repositories: RepositoryDirectory;
  readonly #namespaces: readonly string[];
  readonly #maxBytes: number;

  static create(options: {
    repositories: RepositoryDirectory;
    namespaces: readonly string[];
    maxBytes: number;
  }): RepositoryCreation {
    return new RepositoryCreation(options);
  }

  private constructor(options: {
    repositories: RepositoryDirectory;
    namespaces: readonly string[];
    maxBytes: number;
  }) {
    this.#repositories = options.repositories;
    this.#namespaces = options.namespaces;
    this.#maxBytes = options.maxBytes;
  }

  /**
   * Builds a repository out of sight and gives it its name in the last step.
   *
   * @returns the commit that it began with, also when an earlier attempt with the same key made it
   */
  async create(options: NewRepository): Promise<string> {
    const { namespace, name } = options;
    if (!this.#namespaces.includes(namespace)) {
      throw new InputError(
        `There is no namespace '${namespace}'; configured: ${this.#namespaces.join(
          ', ',
        )}`,
      );
    }
    const earlier = await this.#findEarlier(options);
    if (earlier) {
      return earlier;
    }
    return this.#repositories.stage(async place => {
      const built = await this.build(place, options);
      await writeRecord(built.directory, await describe(built, options));
      await syncTree(built.directory);
      options.signal?.throwIfAborted();
      await this.#repositories.place(built.directory, { namespace, name });
      return built.head;
    });
  }

  /** Builds a repository in an empty directory, and leaves it there. */
  async build(
    place: string,
    options: { history: History; signal?: AbortSignal },
  ): Promise<BuiltRepository> {
    return buildRepository(place, { ...options, maxBytes: this.#maxBytes });
  }

  async #findEarlier(options: NewRepository): Promise<string | undefined> {
    const taken = await this.#repositories.findTaken(options);
    if (!taken) {
      return undefined;
    }
    const record = await readRecord(this.#repositories.pathOf(taken));
    if (
      taken.name === options.name &&
      record.firstHead &&
      record.idempotencyKey === options.idempotencyKey
    ) {
      return record.firstHead;
    }
    throw new ConflictError(
      `There is already a repository ${formatRepositoryName(
        taken,
      )}; choose another name`,
    );
  }
}

async function describe(
  built: BuiltRepository,
  options: NewRepository,
): Promise<RepositoryRecord> {
  const { description, owner, isExample, idempotencyKey, seedDigest } = options;
  return {
    description,
    owner,
    isExample,
    idempotencyKey,
    firstHead: built.head,
    ...(seedDigest && {
      seed: [
        {
          digest: seedDigest,
          refs: Object.fromEntries(await readRawRefs(built.directory)),
        },
      ],
    }),
  };
}
