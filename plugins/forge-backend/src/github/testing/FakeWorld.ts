import { notFound } from './answers';
import { FakeAccounts, type FakeCaller } from './FakeAccounts';
import { FakePull } from './FakePull';
import { FakeRepository } from './FakeRepository';

/** Everything that is on the fake. */
export class FakeWorld {
  readonly accounts: FakeAccounts;
  readonly organizations: readonly string[];
  readonly root: string;
  readonly repositories: FakeRepository[] = [];
  readonly pulls: FakePull[] = [];
  /** Known once the server listens. */
  baseUrl = '';
  apiUrl = '';
  codeloadUrl = '';
  /** What `clone_url` begins with, when it is not the server itself. */
  cloneOrigin?: string;
  /** What an organization calls the default branch of a new repository. */
  newDefaultBranch = 'main';
  /** A ruleset of the organization forbids every push. */
  refusesPushes = false;
  /** Entries beyond this are cut off a recursive tree. */
  treeLimit = 100_000;
  /** Archives that may be downloaded, by the word that is in their address. */
  readonly tickets = new Map<
    string,
    { repository: FakeRepository; sha: string }
  >();
  #id = 1000;

  static create(options: {
    organizations: readonly string[];
    root: string;
  }): FakeWorld {
    return new FakeWorld(options);
  }

  private constructor(options: {
    organizations: readonly string[];
    root: string;
  }) {
    this.organizations = options.organizations;
    this.root = options.root;
    this.accounts = FakeAccounts.create(options.organizations);
  }

  /** Makes an empty repository. */
  async addRepository(owner: string, name: string): Promise<FakeRepository> {
    this.#id++;
    const repository = await FakeRepository.create({
      id: this.#id,
      owner,
      name,
      root: this.root,
    });
    repository.defaultBranch = this.newDefaultBranch;
    if (this.refusesPushes) {
      await repository.refusePushes();
    }
    this.repositories.push(repository);
    return repository;
  }

  /** A repository by its current name. */
  find(owner: string, name: string): FakeRepository | undefined {
    const wanted = `${owner}/${name}`.toLowerCase();
    return this.repositories.find(
      ({ fullName }) => fullName.toLowerCase() === wanted,
    );
  }

  /** The repository of a request; what the caller may not see is not there. */
  findRepository(call: {
    caller: FakeCaller;
    params: Record<string, string>;
  }): FakeRepository {
    const { owner, repo } = call.params;
    const repository = this.find(owner, repo);
    if (!repository || !call.caller.organizations.includes(repository.owner)) {
      throw notFound();
    }
    return repository;
  }

  /** Opens a pull request. */
  async addPull(
    repository: FakeRepository,
    options: {
      title: string;
      body: string | null;
      head: string;
      base: string;
      login: string;
    },
  ): Promise<FakePull> {
    const number =
      1 + this.pulls.filter(pull => pull.repository === repository).length;
    const pull = await FakePull.open({ ...options, number, repository });
    this.pulls.push(pull);
    return pull;
  }

  /** A repository as the documentation shows it, as far as anybody reads it. */
  present(repository: FakeRepository) {
    const { id, name, fullName, owner } = repository;
    return {
      id,
      node_id: `R_${id}`,
      name,
      full_name: fullName,
      owner: { login: owner, id: 1, type: 'Organization' },
      private: repository.isPrivate,
      visibility: repository.isPrivate ? 'private' : 'public',
      description: repository.description,
      fork: false,
      html_url: `${this.baseUrl}/${fullName}`,
      url: `${this.apiUrl}/repos/${fullName}`,
      clone_url: `${this.cloneOrigin ?? this.baseUrl}/${fullName}.git`,
      default_branch: repository.defaultBranch,
      archived: repository.isArchived,
      disabled: false,
      pushed_at: repository.pushedAt,
      allow_merge_commit: repository.allowsMergeCommits,
      topics: [],
    };
  }
}
