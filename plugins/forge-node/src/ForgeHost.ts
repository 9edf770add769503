import type {
  Change,
  Commit,
  Diff,
  Page,
  Refs,
  Repository,
  RepositoryFile,
  RepositoryName,
  ReviewVerdict,
  Signature,
  Tree,
} from '@groundwork/plugin-forge-common';
import type { Readable } from 'node:stream';

/** Who acts, for the record of what was done; whether they may is decided before a host is asked. */
export interface Actor {
  /** Entity reference, such as `user:default/dana.okafor`. */
  ref: string;
  /** How Git records them. */
  signature: Signature;
}

/** A file to write, or without content one to delete. */
export interface FileEdit {
  /** From the root of the repository, without a leading slash. */
  path: string;
  content?: string | Buffer;
  isExecutable?: boolean;
}

/** A version and a path of a repository. */
export interface TreeLocation extends RepositoryName {
  /** A branch, tag or commit; the default branch when absent. */
  revision?: string;
  /** From the root, without a leading slash; the root itself when absent or empty. */
  path?: string;
}

/** What a new repository is made of. */
export interface CreateRepositoryOptions extends RepositoryName {
  description?: string;
  /** The owning entity; the embedded host stores it with the repository. */
  owner?: string;
  isExample?: boolean;
  /** The directory whose files become the first commit. Symbolic links that lead out of it are refused. */
  directory: string;
  message: string;
  actor: Actor;
  /**
   * Names the attempt, such as the id of a scaffolder task. A second call with the same key finishes what the first
   * began and answers as it would have; with another key it is refused, because the name is taken.
   */
  idempotencyKey: string;
  signal?: AbortSignal;
}

/** A repository that exists whole, with its first commit. */
export interface CreatedRepository {
  repository: Repository;
  commit: string;
}

/** One commit on a branch. */
export interface CommitOptions extends RepositoryName {
  branch: string;
  /** What the edits were made against: the branch must still be there, else the call is refused as a conflict. */
  expectedHead: string;
  message: string;
  edits: FileEdit[];
  actor: Actor;
}

/** A new change: a branch with one commit of the edits, or a branch that already exists. */
export interface OpenChangeOptions extends RepositoryName {
  title: string;
  description?: string;
  /** The default branch when absent. */
  targetBranch?: string;
  /** Without edits the branch must exist; with edits it is made, and a free name is chosen when absent. */
  sourceBranch?: string;
  edits?: FileEdit[];
  /** The commit that the edits were made against; the target's head when absent. */
  baseCommit?: string;
  /** The message of the commit; title and description when absent. */
  message?: string;
  actor: Actor;
}

/** One change of one repository. */
export interface ChangeLocation extends RepositoryName {
  number: number;
}

/**
 * Source control on one host. Every method throws the errors of `@backstage/errors`: `NotFoundError` for a repository,
 * revision, path or change that is not there, `InputError` for a name, path or edit that cannot be, `ConflictError`
 * when somebody else was faster or a name is taken, `NotAllowedError` when the host refuses, and
 * `ServiceUnavailableError` when it does not answer.
 */
export interface ForgeHost {
  /** `embedded`, or the name of a GitHub host such as `github.com`. */
  readonly id: string;

  /** Whether an absolute URL belongs to this host, by its whole origin. */
  ownsUrl(url: string): boolean;
  /** The repository, and the place inside it, that a URL of this host leads to. */
  locate(url: string): Promise<TreeLocation>;
  /** The URL to store in the catalog for a file or directory. */
  formatUrl(location: TreeLocation & { view: 'blob' | 'tree' }): string;

  /** The namespaces in which this host can create repositories. */
  listNamespaces(): Promise<string[]>;
  listRepositories(): Promise<Repository[]>;
  getRepository(name: RepositoryName): Promise<Repository>;
  /** All or nothing: nobody ever sees a repository without its first commit. */
  createRepository(
    options: CreateRepositoryOptions,
  ): Promise<CreatedRepository>;

  listRefs(name: RepositoryName): Promise<Refs>;
  /** The commit, 40 hexadecimal digits, of a branch, tag or commit. */
  resolveRevision(location: TreeLocation): Promise<string>;
  /** Splits `release/1.x/docs/index.md` into a revision that exists and the path after it. */
  splitRevision(
    name: RepositoryName,
    rest: string,
  ): Promise<{ revision: string; commit: string; path: string }>;
  readTree(location: TreeLocation): Promise<Tree>;
  /** Every file below a directory, recursively. */
  listFiles(location: TreeLocation): Promise<Tree>;
  readFile(location: TreeLocation): Promise<RepositoryFile>;
  readBytes(location: TreeLocation): Promise<Buffer>;
  /** A tar archive of a directory, without a leading directory. */
  readArchive(location: TreeLocation): Promise<Readable>;

  /** Newest first; with a path only the commits that touched it. At most 100 a page. */
  listCommits(
    location: TreeLocation & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>>;
  getCommit(name: RepositoryName, id: string): Promise<Commit>;
  /** What `to` has that `from` has not; an absent `from` is the empty tree. */
  diff(
    name: RepositoryName,
    range: { from?: string; to: string },
  ): Promise<Diff>;
  commit(options: CommitOptions): Promise<Commit>;

  /** Newest first. */
  listChanges(
    filter: RepositoryName & { state?: Change['state'] },
  ): Promise<Change[]>;
  getChange(location: ChangeLocation): Promise<Change>;
  diffChange(location: ChangeLocation): Promise<Diff>;
  openChange(options: OpenChangeOptions): Promise<Change>;
  /** Rewrites title or description, or adds a commit of edits to the source branch. */
  updateChange(
    options: ChangeLocation & {
      title?: string;
      description?: string;
      edits?: FileEdit[];
      message?: string;
      expectedHead?: string;
      actor: Actor;
    },
  ): Promise<Change>;
  reviewChange(
    options: ChangeLocation & {
      verdict: ReviewVerdict;
      comment?: string;
      /** The head that the reviewer saw; a moved head is refused as a conflict. */
      expectedHead: string;
      actor: Actor;
    },
  ): Promise<Change>;
  /** Merges with a merge commit; a moved head or a conflict is refused as a conflict. */
  mergeChange(
    options: ChangeLocation & { expectedHead: string; actor: Actor },
  ): Promise<Change>;
  closeChange(options: ChangeLocation & { actor: Actor }): Promise<Change>;
}
