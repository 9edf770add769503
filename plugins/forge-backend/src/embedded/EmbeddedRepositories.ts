import type {
  Repository,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import type {
  CreatedRepository,
  CreateRepositoryOptions,
} from '@groundwork/plugin-forge-node';
import { forgetAnnounced } from './announcements/AnnouncedState';
import type { History } from './creation/History';
import type { RepositoryCreation } from './creation/RepositoryCreation';
import { SeededRepositories, type Seed } from './creation/SeededRepositories';
import type { RepositoryDirectory } from './RepositoryDirectory';
import type { RepositoryReader } from './RepositoryReader';
import type { RepositoryRecord } from './RepositoryRecord';
import type { RepositoryWriter } from './RepositoryWriter';

/** What a repository that comes with the portal is made of. */
export interface SeedOptions
  extends RepositoryName,
    Pick<RepositoryRecord, 'description' | 'owner' | 'isExample'> {
  /** Commits with their dates, and tags. */
  history: History;
  /** Names the content: the same digest stands for the same history. */
  seedDigest: string;
  signal?: AbortSignal;
}

interface EmbeddedRepositoriesOptions {
  repositories: RepositoryDirectory;
  reader: RepositoryReader;
  creation: RepositoryCreation;
  writer: RepositoryWriter;
}

/** The repositories as a whole: which there are, how they come and how they go. */
export class EmbeddedRepositories {
  readonly #repositories: RepositoryDirectory;
  readonly #reader: RepositoryReader;
  readonly #creation: RepositoryCreation;
  readonly #writer: RepositoryWriter;
  readonly #seeds: SeededRepositories;

  static create(options: EmbeddedRepositoriesOptions): EmbeddedRepositories {
    return new EmbeddedRepositories(options);
  }

  private constructor(options: EmbeddedRepositoriesOptions) {
    this.#repositories = options.repositories;
    this.#reader = options.reader;
    this.#creation = options.creation;
    this.#writer = options.writer;
    this.#seeds = SeededRepositories.create(options);
  }

  async list(): Promise<Repository[]> {
    return this.#reader.list();
  }

  async get(name: RepositoryName): Promise<Repository> {
    return this.#reader.get(name);
  }

  async create(
    options: Omit<
      CreateRepositoryOptions,
      'directory' | 'message' | 'actor'
    > & { history: History },
  ): Promise<CreatedRepository> {
    const commit = await this.#writer.writeName(options, () =>
      this.#creation.create(options),
    );
    return { commit, repository: await this.#reader.get(options) };
  }

  async seed(options: SeedOptions): Promise<'created' | 'replaced' | 'kept'> {
    return this.#writer.writeName(options, async () => {
      if (!(await this.#repositories.has(options))) {
        await this.#creation.create({
          ...options,
          idempotencyKey: `seed:${options.seedDigest}`,
        });
        return 'created';
      }
      const seed = await this.#seeds.read(options);
      if (!seed?.isUntouched || seed.digest === options.seedDigest) {
        return 'kept';
      }
      await this.#seeds.replace(options);
      return 'replaced';
    });
  }

  async readSeed(name: RepositoryName): Promise<Seed | undefined> {
    return this.#seeds.read(name);
  }

  async setAside(name: RepositoryName): Promise<void> {
    await this.#writer.remove(name, () => this.#repositories.setAside(name));
  }

  async isSetAside(name: RepositoryName): Promise<boolean> {
    return this.#repositories.isSetAside(name);
  }

  async restore(name: RepositoryName): Promise<void> {
    await this.#writer.writeName(name, () =>
      this.#repositories.restore(name, forgetAnnounced),
    );
  }

  async remove(name: RepositoryName): Promise<void> {
    await this.#writer.remove(name, () => this.#repositories.takeAway(name));
  }
}
