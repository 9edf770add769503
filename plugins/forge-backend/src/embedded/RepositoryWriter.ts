import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { Announcer } from './announcements/Announcer';
import { isFullDisk } from './isFullDisk';
import { KeyedMutex } from './KeyedMutex';
import { removeUnfinishedObjects } from './leftovers';
import { checkRepositoryName } from './names';
import type { RepositoryDirectory } from './RepositoryDirectory';
import type { WriteGate } from './WriteGate';

/** What writing to repositories needs. */
interface RepositoryWriterOptions {
  repositories: RepositoryDirectory;
  announcer: Announcer;
  gate: WriteGate;
  logger: LoggerService;
}

/** Does one thing after the other to a repository, and tells listeners of it. */
export class RepositoryWriter {
  readonly #options: RepositoryWriterOptions;
  readonly #mutex = new KeyedMutex();

  static create(options: RepositoryWriterOptions): RepositoryWriter {
    return new RepositoryWriter(options);
  }

  private constructor(options: RepositoryWriterOptions) {
    this.#options = options;
  }

  /** Works on a repository that exists. */
  async write<T>(
    name: RepositoryName,
    task: (directory: string) => Promise<T>,
  ): Promise<T> {
    return this.writeName(name, async () =>
      task(await this.#options.repositories.find(name)),
    );
  }

  /** Works on a name, whether or not there is a repository yet. */
  async writeName<T>(name: RepositoryName, task: () => Promise<T>): Promise<T> {
    const result = await this.#alone(name, task);
    await this.announce(name);
    return result;
  }

  /** Takes a repository away. */
  async remove(name: RepositoryName, task: () => Promise<void>): Promise<void> {
    await this.#alone(name, task);
    this.#options.announcer.announceRemoval(name);
  }

  /** Tells listeners what has moved without this process. */
  async catchUp(name: RepositoryName): Promise<void> {
    const { announcer, repositories } = this.#options;
    if (await announcer.isBehind(repositories.pathOf(name))) {
      await this.announce(name);
    }
  }

  /** Tells listeners what is new; what fails here is told with the next announcement. */
  async announce(
    name: RepositoryName,
    options: { by?: string } = {},
  ): Promise<void> {
    const { announcer, repositories, logger } = this.#options;
    try {
      await this.#alone(name, async () =>
        announcer.announce(name, await repositories.find(name), options),
      );
    } catch (error) {
      logger.error(
        `What is new in ${formatRepositoryName(name)} could not be announced`,
        isError(error) ? error : undefined,
      );
    }
  }

  async #alone<T>(
    { namespace, name }: RepositoryName,
    task: () => Promise<T>,
  ): Promise<T> {
    checkRepositoryName({ namespace, name });
    const key = formatRepositoryName({ namespace, name }).toLowerCase();
    return this.#options.gate.pass(() =>
      this.#mutex.run(key, async () => {
        try {
          return await task();
        } catch (error) {
          throw isFullDisk(error)
            ? await this.#freeDisk({ namespace, name }, error)
            : error;
        }
      }),
    );
  }

  /** Git leaves behind what it could not finish, just when there is no room for it. */
  async #freeDisk(
    name: RepositoryName,
    error: unknown,
  ): Promise<ServiceUnavailableError> {
    const { repositories, logger } = this.#options;
    logger.error(
      'The disk of the embedded forge is full or cannot be written',
      isError(error) ? error : undefined,
    );
    await removeUnfinishedObjects(repositories.pathOf(name));
    return new ServiceUnavailableError(
      'The disk of the embedded forge is full or cannot be written, and nothing was changed; make room at forge.embedded.directory and retry',
    );
  }
}
