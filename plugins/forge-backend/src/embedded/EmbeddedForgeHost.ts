import type { Readable } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  Change,
  Commit,
  Diff,
  Page,
  Refs,
  Repository,
  RepositoryFile,
  RepositoryName,
  Tree,
} from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ChangeLocation,
  type CommitOptions,
  type CreatedRepository,
  type CreateRepositoryOptions,
  type ForgeEvents,
  type ForgeHost,
  type OpenChangeOptions,
  type TreeLocation,
} from '@groundwork/plugin-forge-node';
import type { GitHost } from '../git/GitHost';
import { Announcer } from './announcements/Announcer';
import { checkGitVersion } from './checkGitVersion';
import { commitToBranch } from './commitToBranch';
import type { History } from './creation/History';
import { RepositoryCreation } from './creation/RepositoryCreation';
import type { Seed } from './creation/SeededRepositories';
import { EmbeddedAddresses } from './EmbeddedAddresses';
import { EmbeddedChanges } from './EmbeddedChanges';
import { EmbeddedContent } from './EmbeddedContent';
import { readEmbeddedOptions, type EmbeddedOptions } from './EmbeddedOptions';
import { EmbeddedRepositories, type SeedOptions } from './EmbeddedRepositories';
import { RepositoryDirectory } from './RepositoryDirectory';
import { RepositoryMaintenance } from './RepositoryMaintenance';
import { RepositoryReader } from './RepositoryReader';
import { RepositoryWriter } from './RepositoryWriter';
import { WriteGate } from './WriteGate';

export type { SeedOptions } from './EmbeddedRepositories';

interface Parts {
  addresses: EmbeddedAddresses;
  announcer: Announcer;
  changes: EmbeddedChanges;
  content: EmbeddedContent;
  directory: RepositoryDirectory;
  gate: WriteGate;
  maintenance: RepositoryMaintenance;
  namespaces: readonly string[];
  repositories: EmbeddedRepositories;
  writer: RepositoryWriter;
}

/**
 * The host that the portal brings itself: bare repositories in a directory.
 *
 * @remarks
 * Reading works at once. Whatever writes waits for {@link EmbeddedForgeHost.start}, because only one process may write.
 */
export class EmbeddedForgeHost implements ForgeHost, GitHost {
  readonly id = EMBEDDED_HOST_ID;
  readonly #parts: Parts;

  /** Reads `forge.embedded`, which has to be there. */
  static async fromConfig(
    config: Config,
    options: { events: Pick<ForgeEvents, 'emit'>; logger: LoggerService },
  ): Promise<EmbeddedForgeHost> {
    return EmbeddedForgeHost.create({
      ...readEmbeddedOptions(config),
      ...options,
    });
  }

  /** Opens the directory, and makes it if need be. */
  static async create(
    options: EmbeddedOptions & {
      events: Pick<ForgeEvents, 'emit'>;
      logger: LoggerService;
    },
  ): Promise<EmbeddedForgeHost> {
    const repositories = await RepositoryDirectory.open(options.directory);
    const gate = WriteGate.create();
    const announcer = Announcer.create(options);
    const { logger } = options;
    const shared = {
      repositories,
      logger,
      writer: RepositoryWriter.create({
        repositories,
        announcer,
        gate,
        logger,
      }),
    };
    return new EmbeddedForgeHost({
      announcer,
      gate,
      directory: repositories,
      namespaces: options.namespaces,
      writer: shared.writer,
      addresses: EmbeddedAddresses.create(repositories),
      changes: EmbeddedChanges.create(shared),
      content: EmbeddedContent.create(repositories),
      maintenance: RepositoryMaintenance.create(shared),
      repositories: EmbeddedRepositories.create({
        ...shared,
        creation: RepositoryCreation.create({ ...options, repositories }),
        reader: RepositoryReader.create(shared),
      }),
    });
  }

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Where the bare repositories are. */
  get directory(): string {
    return this.#parts.directory.root;
  }

  /**
   * Clears away what a process that was killed has left, and lets writers in.
   *
   * @param options - quiet while nobody listens yet: then {@link catchUp} tells everything
   */
  async start(options: { isQuiet?: boolean } = {}): Promise<void> {
    const { announcer, gate, maintenance } = this.#parts;
    if (options.isQuiet) {
      announcer.hush();
    }
    await checkGitVersion();
    await maintenance.sweep();
    gate.open();
  }

  /**
   * Refuses writers from now on, because another process has taken over or this one ends, and returns when those who
   * write are done.
   */
  async stop(reason: string): Promise<void> {
    await this.#parts.gate.close(reason);
  }

  /** Tells listeners what has happened without them: pushes while the portal was down, or to the directory itself. */
  async catchUp(): Promise<void> {
    this.#parts.announcer.speak();
    await this.#parts.maintenance.catchUp();
  }

  /** Keeps the repositories fast: many small packs become few. */
  async maintain(): Promise<void> {
    await this.#parts.maintenance.maintain();
  }

  /** Tells listeners what a push has moved. */
  async announcePush(
    name: RepositoryName,
    options: { by?: string } = {},
  ): Promise<void> {
    await this.#parts.writer.announce(name, options);
  }

  ownsUrl(url: string): boolean {
    return this.#parts.addresses.ownsUrl(url);
  }

  async locate(url: string): Promise<TreeLocation> {
    return this.#parts.addresses.locate(url);
  }

  formatUrl(location: TreeLocation & { view: 'blob' | 'tree' }): string {
    return this.#parts.addresses.formatUrl(location);
  }

  async listNamespaces(): Promise<string[]> {
    return [...this.#parts.namespaces];
  }

  async listRepositories(): Promise<Repository[]> {
    return this.#parts.repositories.list();
  }

  async getRepository(name: RepositoryName): Promise<Repository> {
    return this.#parts.repositories.get(name);
  }

  async createRepository(
    options: CreateRepositoryOptions,
  ): Promise<CreatedRepository> {
    const { directory, message, actor, ...repository } = options;
    return this.createFromHistory({
      ...repository,
      history: { commits: [{ directory, message, actor }] },
    });
  }

  /** Creates a repository whose default branch has a history, as atomically as {@link createRepository}. */
  async createFromHistory(
    options: Omit<
      CreateRepositoryOptions,
      'directory' | 'message' | 'actor'
    > & { history: History },
  ): Promise<CreatedRepository> {
    return this.#parts.repositories.create(options);
  }

  /**
   * Brings a repository with the portal: creates it, or moves one that nobody has touched to the new history.
   *
   * @returns what was done; `kept` when it has this digest already, or when somebody has worked on it
   */
  async seed(options: SeedOptions): Promise<'created' | 'replaced' | 'kept'> {
    return this.#parts.repositories.seed(options);
  }

  /**
   * What the portal knows of a repository that it brought.
   *
   * @returns undefined for a repository that was made by somebody
   */
  async readSeed(name: RepositoryName): Promise<Seed | undefined> {
    return this.#parts.repositories.readSeed(name);
  }

  /** Moves a repository out of sight, with everything that was done to it; {@link restore} brings it back. */
  async setAside(name: RepositoryName): Promise<void> {
    await this.#parts.repositories.setAside(name);
  }

  /** Whether there is a repository of this name to {@link restore}. */
  async isSetAside(name: RepositoryName): Promise<boolean> {
    return this.#parts.repositories.isSetAside(name);
  }

  /** Brings a repository back that was set aside; a conflict when its name was given away meanwhile. */
  async restore(name: RepositoryName): Promise<void> {
    await this.#parts.repositories.restore(name);
  }

  /** Deletes a repository for good. */
  async remove(name: RepositoryName): Promise<void> {
    await this.#parts.repositories.remove(name);
  }

  async listRefs(name: RepositoryName): Promise<Refs> {
    return this.#parts.content.listRefs(name);
  }

  async resolveRevision(location: TreeLocation): Promise<string> {
    return this.#parts.content.resolveRevision(location);
  }

  async splitRevision(name: RepositoryName, rest: string) {
    return this.#parts.content.splitRevision(name, rest);
  }

  async readTree(location: TreeLocation): Promise<Tree> {
    return this.#parts.content.readTree(location);
  }

  async listFiles(location: TreeLocation): Promise<Tree> {
    return this.#parts.content.listFiles(location);
  }

  async readFile(location: TreeLocation): Promise<RepositoryFile> {
    return this.#parts.content.readFile(location);
  }

  async readBytes(location: TreeLocation): Promise<Buffer> {
    return this.#parts.content.readBytes(location);
  }

  async readArchive(location: TreeLocation): Promise<Readable> {
    return this.#parts.content.readArchive(location);
  }

  async listCommits(
    location: TreeLocation & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>> {
    return this.#parts.content.listCommits(location);
  }

  async getCommit(name: RepositoryName, id: string): Promise<Commit> {
    return this.#parts.content.getCommit(name, id);
  }

  async diff(
    name: RepositoryName,
    range: { from?: string; to: string },
  ): Promise<Diff> {
    return this.#parts.content.diff(name, range);
  }

  async commit(options: CommitOptions): Promise<Commit> {
    const id = await this.#parts.writer.write(options, directory =>
      commitToBranch(directory, options),
    );
    return this.getCommit(options, id);
  }

  async listChanges(
    filter: RepositoryName & { state?: Change['state'] },
  ): Promise<Change[]> {
    return this.#parts.changes.list(filter);
  }

  async getChange(location: ChangeLocation): Promise<Change> {
    return this.#parts.changes.get(location);
  }

  async diffChange(location: ChangeLocation): Promise<Diff> {
    return this.#parts.changes.diff(location);
  }

  async openChange(options: OpenChangeOptions): Promise<Change> {
    return this.#parts.changes.open(options);
  }

  async updateChange(
    options: Parameters<ForgeHost['updateChange']>[0],
  ): Promise<Change> {
    return this.#parts.changes.update(options);
  }

  async reviewChange(
    options: Parameters<ForgeHost['reviewChange']>[0],
  ): Promise<Change> {
    return this.#parts.changes.review(options);
  }

  async mergeChange(
    options: Parameters<ForgeHost['mergeChange']>[0],
  ): Promise<Change> {
    return this.#parts.changes.merge(options);
  }

  async closeChange(
    options: Parameters<ForgeHost['closeChange']>[0],
  ): Promise<Change> {
    return this.#parts.changes.close(options);
  }
}
