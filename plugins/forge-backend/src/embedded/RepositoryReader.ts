import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  formatRepositoryName,
  formatShownPath,
  type Repository,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import { EMBEDDED_HOST_ID } from '@groundwork/plugin-forge-node';
import pLimit from 'p-limit';
import { readAnnounced } from './announcements/AnnouncedState';
import { readCommit } from './commits';
import { readBranchFile, readDefaultBranch } from './refs';
import type { RepositoryDirectory } from './RepositoryDirectory';
import { readRecord } from './RepositoryRecord';

/** Few files are open at once, however many repositories there are. */
const MAX_READERS = 32;

/** Describes repositories from the files in their directories; Git is started for none whose head was announced. */
export class RepositoryReader {
  readonly #repositories: RepositoryDirectory;
  readonly #logger: LoggerService;

  static create(options: {
    repositories: RepositoryDirectory;
    logger: LoggerService;
  }): RepositoryReader {
    return new RepositoryReader(options);
  }

  private constructor(options: {
    repositories: RepositoryDirectory;
    logger: LoggerService;
  }) {
    this.#repositories = options.repositories;
    this.#logger = options.logger;
  }

  /** One repository; throws a `NotFoundError`. */
  async get(name: RepositoryName): Promise<Repository> {
    return describe(name, await this.#repositories.find(name));
  }

  /** Every repository; one that is damaged is left out and logged. */
  async list(): Promise<Repository[]> {
    const limit = pLimit(MAX_READERS);
    const found = await Promise.all(
      (
        await this.#repositories.list()
      ).map(name => limit(() => this.#tryGet(name))),
    );
    return found.filter(repository => repository !== undefined);
  }

  async #tryGet(name: RepositoryName): Promise<Repository | undefined> {
    try {
      return await this.get(name);
    } catch (error) {
      this.#logger.warn(
        `The repository ${formatRepositoryName(
          name,
        )} of the embedded forge is damaged and left out of lists`,
        isError(error) ? error : undefined,
      );
      return undefined;
    }
  }
}

async function describe(
  { namespace, name }: RepositoryName,
  directory: string,
): Promise<Repository> {
  const [record, announced, defaultBranch] = await Promise.all([
    readRecord(directory),
    readAnnounced(directory),
    readDefaultBranch(directory),
  ]);
  const head = await readBranchFile(directory, defaultBranch);
  const updatedAt =
    announced?.head?.commit === head
      ? announced?.head?.committedAt
      : head && (await readCommit(directory, head)).committedAt;
  const path = formatShownPath({ namespace, name });
  return {
    host: EMBEDDED_HOST_ID,
    namespace,
    name,
    ...(record.description && { description: record.description }),
    ...(record.owner && { owner: record.owner }),
    ...(record.isExample && { isExample: true }),
    defaultBranch,
    ...(head && { head, updatedAt }),
    url: path,
    cloneUrl: path,
  };
}
