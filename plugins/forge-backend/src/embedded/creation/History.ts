import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';

/** One commit of the history that a new repository begins with. */
export interface HistoryCommit {
  /** The directory whose files the commit has, whole. */
  directory?: string;
  /** What differs from the commit before, or from the directory. */
  edits?: readonly FileEdit[];
  message: string;
  actor: Actor;
  /** ISO 8601 with its offset; now when absent. */
  date?: string;
}

/** An annotated tag of one of the commits. */
export interface HistoryTag {
  name: string;
  /** The position of its commit in the history. */
  commitIndex: number;
  /** The name when absent. */
  message?: string;
}

/** What a new repository begins with: the commits of its default branch, oldest first, and tags. */
export interface History {
  commits: readonly HistoryCommit[];
  tags?: readonly HistoryTag[];
}
