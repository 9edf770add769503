import type { RepositoryName } from './addresses';

/** A repository as lists and pages show it. */
export interface Repository extends RepositoryName {
  /** The host that keeps it: `embedded`, or the name of a GitHub host such as `github.com`. */
  host: string;
  description?: string;
  /** The entity that owns it, such as `group:default/payments`; push and merge are decided by it. */
  owner?: string;
  defaultBranch: string;
  /** The commit of the default branch, 40 hexadecimal digits; absent while the repository is empty. */
  head?: string;
  /** When the head was committed, ISO 8601. */
  updatedAt?: string;
  /** Comes with the portal as an example; `groundwork.examples: false` removes it. */
  isExample?: boolean;
  /** The page of the repository: an absolute URL, or a path below the portal's base URL. */
  url: string;
  /** What `git clone` takes: an absolute URL, or a path below the portal's base URL. */
  cloneUrl: string;
}

/** What the signed-in user may do with a repository. */
export interface RepositoryAccess {
  propose: boolean;
  push: boolean;
  merge: boolean;
}

/** A branch or tag and the commit that it names. */
export interface Ref {
  name: string;
  commit: string;
}

/** The branches and tags of a repository; tags newest first. */
export interface Refs {
  branches: Ref[];
  tags: Ref[];
}

/** One entry of a directory. */
export interface TreeEntry {
  name: string;
  /** From the root of the repository, without a leading slash. */
  path: string;
  type: 'directory' | 'file' | 'symlink' | 'submodule';
  /** Bytes; files only. */
  size?: number;
  /** The id of the blob or tree. */
  id: string;
}

/** A directory at a commit. */
export interface Tree {
  commit: string;
  path: string;
  /** The id of the tree; equal trees have equal ids. */
  id: string;
  entries: TreeEntry[];
}

/** A file at a commit. */
export interface RepositoryFile {
  commit: string;
  path: string;
  /** The id of the blob. */
  id: string;
  /** Bytes. */
  size: number;
  isBinary: boolean;
  isExecutable: boolean;
  /** Absent for a binary file, and for one that is too large to show. */
  text?: string;
}

/** A person as Git records one. */
export interface Signature {
  name: string;
  email: string;
}

/** A commit without its content. */
export interface Commit {
  id: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  /** ISO 8601 with the committer's offset. */
  committedAt: string;
  /** The first line of the message. */
  title: string;
  /** The message after the first line, without the blank line between. */
  body: string;
}

/** What happened to one file between two trees. */
export interface FileDiff {
  /** The path after, or before for a deleted file. */
  path: string;
  /** The path before, when the file was renamed. */
  oldPath?: string;
  status: 'added' | 'deleted' | 'modified' | 'renamed';
  additions: number;
  deletions: number;
  isBinary: boolean;
  /** The unified diff of the file with its `diff --git` header; absent for a binary file and beyond the size limit. */
  patch?: string;
}

/** The difference of two trees. */
export interface Diff {
  files: FileDiff[];
  /** Files that are counted, but were left out because the difference is too large to show. */
  omittedFiles: number;
}

/** Whether a change can be merged, and if not, why. */
export type Mergeability =
  | { state: 'clean' }
  /** The target already contains every commit of the source. */
  | { state: 'empty' }
  | { state: 'conflicts'; paths: string[] }
  /** The source branch is gone. */
  | { state: 'missing-source' }
  /** The host has not worked it out yet. */
  | { state: 'unknown' };

/** What a reviewer says. */
export type ReviewVerdict = 'approve' | 'request-changes' | 'comment';

/** One review of a change. */
export interface Review {
  /** Entity reference, or the login on a host that knows no entities. */
  author: string;
  verdict: ReviewVerdict;
  comment?: string;
  /** The head that was reviewed; a later head makes an approval stale. */
  head: string;
  /** ISO 8601. */
  at: string;
}

/** A proposed change: what GitHub calls a pull request. */
export interface Change {
  number: number;
  title: string;
  description: string;
  state: 'open' | 'merged' | 'closed';
  /** Entity reference, or the login on a host that knows no entities. */
  author: string;
  sourceBranch: string;
  targetBranch: string;
  /** The commit that would be, or was, merged. */
  head: string;
  /** The best common ancestor of source and target, once merged or closed as it was then. */
  base: string;
  createdAt: string;
  updatedAt: string;
  /** The commit on the target branch that merged it. */
  mergeCommit?: string;
  /** Who merged or closed it. */
  endedBy?: string;
  /** Open changes only; a list may leave it out, because each takes a trial merge. */
  mergeability?: Mergeability;
  reviews: Review[];
  /** The page of the change: an absolute URL, or a path below the portal's base URL. */
  url: string;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Give it back to get the next page; absent on the last one. */
  nextCursor?: string;
}

/** A namespace, and whether the signed-in user may create repositories in it. */
export interface Namespace {
  host: string;
  name: string;
  title?: string;
  isAllowed: boolean;
  /** Why not. */
  reason?: string;
}

/** Whether a repository of this name could be created now. */
export interface NameAvailability {
  isAvailable: boolean;
  /** Why not, as a sentence for the form. */
  reason?: string;
}

/** A personal token, without its secret. */
export interface AccessToken {
  id: string;
  name: string;
  createdAt: string;
  expiresAt?: string;
  lastUsedAt?: string;
}
