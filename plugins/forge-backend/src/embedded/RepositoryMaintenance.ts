import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { git } from './git';
import { removeLeftovers } from './leftovers';
import type { RepositoryDirectory } from './RepositoryDirectory';
import type { RepositoryWriter } from './RepositoryWriter';

/** Each push leaves a pack, and Git looks into all of them. */
const MAX_PACKS = 20;

/** One of 256 directories of loose objects: about 2,000 in all. */
const SAMPLE_DIRECTORY = '17';
const MAX_SAMPLE = 8;

/** Looks after all repositories: after a crash, after a start, and from time to time. */
export class RepositoryMaintenance {
  readonly #repositories: RepositoryDirectory;
  readonly #writer: RepositoryWriter;
  readonly #logger: LoggerService;

  static create(options: {
    repositories: RepositoryDirectory;
    writer: RepositoryWriter;
    logger: LoggerService;
  }): RepositoryMaintenance {
    return new RepositoryMaintenance(options);
  }

  private constructor(options: {
    repositories: RepositoryDirectory;
    writer: RepositoryWriter;
    logger: LoggerService;
  }) {
    this.#repositories = options.repositories;
    this.#writer = options.writer;
    this.#logger = options.logger;
  }

  /** Removes what processes that were killed have left. */
  async sweep(): Promise<void> {
    await this.#sweepStaging();
    await this.#each('cleared', async directory => removeLeftovers(directory));
  }

  /** Announces what nobody was told of. */
  async catchUp(): Promise<void> {
    await this.#each('announced', (_directory, name) =>
      this.#writer.catchUp(name),
    );
  }

  /** Packs what has become many files. */
  async maintain(): Promise<void> {
    await this.#sweepStaging();
    await this.#each('maintained', async directory => {
      await removeLeftovers(directory);
      if (await isScattered(directory)) {
        await git(directory, ['pack-refs', '--all']);
        // Drops nothing, so a push or commit at the same time loses nothing.
        await git(directory, ['repack', '-d', '--quiet', '--geometric=2']);
      }
    });
  }

  /** What cannot be removed is in nobody's way, so it does not stop the start. */
  async #sweepStaging(): Promise<void> {
    try {
      const count = await this.#repositories.sweep();
      if (count > 0) {
        this.#logger.info(
          `Removed ${count} unfinished repositories of the embedded forge`,
        );
      }
    } catch (error) {
      this.#logger.warn(
        'Unfinished repositories of the embedded forge could not be removed from .staging',
        isError(error) ? error : undefined,
      );
    }
  }

  /** One damaged repository must not keep the others from their turn. */
  async #each(
    what: string,
    task: (directory: string, name: RepositoryName) => Promise<void>,
  ): Promise<void> {
    const warn = (which: string, error: unknown) =>
      this.#logger.warn(
        `${which} of the embedded forge could not be ${what}`,
        isError(error) ? error : undefined,
      );
    try {
      for (const name of await this.#repositories.list()) {
        await task(this.#repositories.pathOf(name), name).catch(error =>
          warn(`The repository ${formatRepositoryName(name)}`, error),
        );
      }
    } catch (error) {
      warn('The repositories', error);
    }
  }
}

async function isScattered(directory: string): Promise<boolean> {
  const objects = join(directory, 'objects');
  const [packs, sample] = await Promise.all(
    ['pack', SAMPLE_DIRECTORY].map(name =>
      readdir(join(objects, name)).catch(() => []),
    ),
  );
  return (
    packs.filter(name => name.endsWith('.pack')).length > MAX_PACKS ||
    sample.length > MAX_SAMPLE
  );
}
