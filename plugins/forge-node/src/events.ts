import type { RepositoryName } from '@groundwork/plugin-forge-common';

/** A file that differs between two commits. */
export interface ChangedPath {
  path: string;
  status: 'added' | 'modified' | 'deleted';
}

/** A branch or tag was created, moved or deleted, whoever did it. */
export interface PushEvent extends RepositoryName {
  type: 'push';
  host: string;
  /** The full name, such as `refs/heads/main`. */
  ref: string;
  isDefaultBranch: boolean;
  /** The commit before; absent for a new ref. */
  before?: string;
  /** The commit after; absent for a deleted ref. */
  after?: string;
  /** For a deleted ref empty; for a new one every file. */
  changedPaths: ChangedPath[];
}

/** A repository came or went; a new one is followed by the push of its default branch. */
export interface RepositoryEvent extends RepositoryName {
  type: 'repository';
  host: string;
  action: 'created' | 'removed';
}

/** A change was opened, updated, reviewed, merged or closed. */
export interface ChangeEvent extends RepositoryName {
  type: 'change';
  host: string;
  number: number;
  action: 'opened' | 'updated' | 'reviewed' | 'merged' | 'closed';
}

/** What the forge tells whoever listens, in this process and after the fact. */
export type ForgeEvent = PushEvent | RepositoryEvent | ChangeEvent;
