import type { Readable } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
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
import type {
  ChangeLocation,
  CommitOptions,
  CreatedRepository,
  CreateRepositoryOptions,
  ForgeEvents,
  ForgeHost,
  OpenChangeOptions,
  TreeLocation,
} from '@groundwork/plugin-forge-node';
import { GithubClient, type Patience } from './api/GithubClient';
import { RepositoryApi } from './api/RepositoryApi';
import { createGithubParts, type GithubParts } from './createGithubParts';
import {
  formatGithubAddress,
  isOnHost,
  parseGithubAddress,
} from './GithubAddresses';
import { readGithubConfig, type GithubHostConfig } from './readGithubConfig';
import { listGithubCommits, toCommit } from './read/listGithubCommits';
import { listGithubRefs } from './read/listGithubRefs';
import type { PullReview } from './changes/PullDecisions';
import type { PullUpdate } from './changes/PullUpdates';
import type { Delivery, Reception } from './watch/GithubDeliveries';

/** What a host is made of. */
export interface GithubForgeHostOptions extends GithubHostConfig {
  events: Pick<ForgeEvents, 'emit'>;
  logger: LoggerService;
  /** For tests, which cannot wait. */
  patience?: Partial<Patience>;
}

/**
 * Source control on GitHub: github.com, or an Enterprise host.
 *
 * @remarks
 * Everything is done in the name of the portal's account; who asked for it stands in commits, descriptions and reviews.
 * GitHub knows no entities, so a repository has no owner here, and only who may push and merge anywhere does so through
 * the portal. Repositories of other organizations than the configured ones are not there.
 */
export class GithubForgeHost implements ForgeHost {
  readonly id: string;
  /** Whether deliveries of a webhook are taken. */
  readonly hasWebhook: boolean;
  readonly #client: GithubClient;
  readonly #organizations: readonly string[];
  readonly #parts: GithubParts;

  /** One host for each entry of `forge.github`. */
  static fromConfig(
    config: Config,
    options: { events: Pick<ForgeEvents, 'emit'>; logger: LoggerService },
  ): GithubForgeHost[] {
    return readGithubConfig(config).map(host =>
      GithubForgeHost.create({ ...host, ...options }),
    );
  }

  static create(options: GithubForgeHostOptions): GithubForgeHost {
    return new GithubForgeHost(options);
  }

  private constructor(options: GithubForgeHostOptions) {
    this.id = options.integration.host;
    this.hasWebhook = options.webhookSecret !== undefined;
    this.#organizations = options.organizations;
    this.#client = GithubClient.create(options);
    this.#parts = createGithubParts(this.#client, options);
  }

  ownsUrl(url: string): boolean {
    return isOnHost(this.id, url);
  }

  async locate(url: string): Promise<TreeLocation> {
    const { rest, ...name } = parseGithubAddress(this.id, url);
    if (!rest) {
      return this.#checkName(name);
    }
    const { revision, path } = await this.splitRevision(name, rest);
    return { ...this.#checkName(name), revision, path };
  }

  formatUrl(location: TreeLocation & { view: 'blob' | 'tree' }): string {
    return formatGithubAddress(this.id, location);
  }

  async listNamespaces(): Promise<string[]> {
    return [...this.#organizations];
  }

  async listRepositories(): Promise<Repository[]> {
    const lists = await Promise.all(
      this.#organizations.map(name => this.#parts.repositories.list(name)),
    );
    return lists.flat();
  }

  async getRepository(name: RepositoryName): Promise<Repository> {
    return this.#parts.repositories.get(this.#checkName(name));
  }

  async createRepository(
    options: CreateRepositoryOptions,
  ): Promise<CreatedRepository> {
    const { namespace } = this.#checkName(options);
    const { creation, repositories, announcements } = this.#parts;
    const { answer, commit } = await creation.create({ ...options, namespace });
    const repository = {
      ...repositories.present(namespace, answer),
      head: commit,
    };
    announcements.repository(repository, 'created');
    void announcements.branch(
      this.#open(repository),
      repository.defaultBranch,
      commit,
    );
    return { repository, commit };
  }

  async listRefs(name: RepositoryName): Promise<Refs> {
    return listGithubRefs(this.#open(name));
  }

  async resolveRevision(location: TreeLocation): Promise<string> {
    const api = this.#open(location);
    const { revisions } = this.#parts;
    return (await revisions.resolve(api, location.revision)).sha;
  }

  async splitRevision(
    name: RepositoryName,
    rest: string,
  ): Promise<{ revision: string; commit: string; path: string }> {
    return this.#parts.revisions.split(this.#open(name), rest);
  }

  async readTree(location: TreeLocation): Promise<Tree> {
    return this.#parts.content.readTree(this.#open(location), location);
  }

  async listFiles(location: TreeLocation): Promise<Tree> {
    return this.#parts.content.listFiles(this.#open(location), location);
  }

  async readFile(location: TreeLocation): Promise<RepositoryFile> {
    return this.#parts.content.readFile(this.#open(location), location);
  }

  async readBytes(location: TreeLocation): Promise<Buffer> {
    return this.#parts.content.readBytes(this.#open(location), location);
  }

  async readArchive(location: TreeLocation): Promise<Readable> {
    return this.#parts.content.readArchive(this.#open(location), location);
  }

  async listCommits(
    location: TreeLocation & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>> {
    const { revisions } = this.#parts;
    return listGithubCommits(this.#open(location), revisions, location);
  }

  async getCommit(name: RepositoryName, id: string): Promise<Commit> {
    if (!/^[0-9a-f]{40}$/.test(id)) {
      throw new InputError(`'${id.slice(0, 60)}' is not a whole commit id`);
    }
    const { revisions } = this.#parts;
    return toCommit(await revisions.resolve(this.#open(name), id));
  }

  async diff(
    name: RepositoryName,
    range: { from?: string; to: string },
  ): Promise<Diff> {
    return this.#parts.diffs.compare(this.#open(name), range);
  }

  async commit(options: CommitOptions): Promise<Commit> {
    const api = this.#open(options);
    const { branch, expectedHead: parent } = options;
    const id = await this.#parts.commits.addToBranch(api, {
      ...options,
      parent,
    });
    void this.#parts.announcements.branch(api, branch, id);
    return this.getCommit(api.name, id);
  }

  async listChanges(
    filter: RepositoryName & { state?: Change['state'] },
  ): Promise<Change[]> {
    return this.#parts.pulls.list(this.#open(filter), filter.state);
  }

  async getChange(location: ChangeLocation): Promise<Change> {
    return this.#parts.pulls.get(this.#open(location), location.number);
  }

  async diffChange(location: ChangeLocation): Promise<Diff> {
    const api = this.#open(location);
    const { number, changed_files: total } = await this.#parts.pulls.read(
      api,
      location.number,
    );
    return this.#parts.diffs.comparePull(api, {
      number,
      total: total ?? undefined,
    });
  }

  async openChange(options: OpenChangeOptions): Promise<Change> {
    const api = this.#open(options);
    const change = await this.#parts.proposals.open(api, options);
    return this.#announceChange(api, change, 'opened');
  }

  async updateChange(options: RepositoryName & PullUpdate): Promise<Change> {
    const api = this.#open(options);
    const change = await this.#parts.updates.update(api, options);
    return this.#announceChange(api, change, 'updated');
  }

  async reviewChange(options: RepositoryName & PullReview): Promise<Change> {
    const api = this.#open(options);
    const change = await this.#parts.decisions.review(api, options);
    return this.#announceChange(api, change, 'reviewed');
  }

  async mergeChange(
    options: ChangeLocation & Pick<PullReview, 'expectedHead' | 'actor'>,
  ): Promise<Change> {
    const api = this.#open(options);
    const change = await this.#parts.decisions.merge(api, options);
    const { mergeCommit, targetBranch } = change;
    if (mergeCommit) {
      void this.#parts.announcements.branch(api, targetBranch, mergeCommit);
    }
    return this.#announceChange(api, change, 'merged');
  }

  async closeChange(
    options: ChangeLocation & Pick<PullReview, 'actor'>,
  ): Promise<Change> {
    const api = this.#open(options);
    const change = await this.#parts.updates.close(api, options.number);
    return this.#announceChange(api, change, 'closed');
  }

  /** Looks for pushes that no webhook told of. */
  async poll(): Promise<void> {
    await this.#parts.watcher.poll();
  }

  /** Takes a delivery of the webhook. */
  receive(delivery: Delivery): Reception {
    if (!this.#parts.deliveries) {
      throw new NotFoundError(
        `No webhook is configured for ${this.id}; set forge.github[].webhookSecret`,
      );
    }
    return this.#parts.deliveries.receive(delivery);
  }

  #open(name: RepositoryName): RepositoryApi {
    return RepositoryApi.for(this.#client, this.#checkName(name));
  }

  /** The name with its organization as it is configured; case is GitHub's business. */
  #checkName({ namespace, name }: RepositoryName): RepositoryName {
    const organization = this.#organizations.find(
      candidate => candidate.toLowerCase() === namespace.toLowerCase(),
    );
    if (!organization) {
      throw new NotFoundError(
        `The portal does not work with ${namespace} on ${
          this.id
        }; configured: ${this.#organizations.join(', ')}`,
      );
    }
    return { namespace: organization, name };
  }

  #announceChange(
    { name }: RepositoryApi,
    change: Change,
    action: 'opened' | 'updated' | 'reviewed' | 'merged' | 'closed',
  ): Change {
    this.#parts.announcements.change(name, change.number, action);
    return change;
  }
}
