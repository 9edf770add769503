import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AccessToken,
  Change,
  Commit,
  Diff,
  Page,
  Refs,
  Repository,
  RepositoryAccess,
  RepositoryFile,
  RepositoryName,
  ReviewVerdict,
  Tree,
  TreeEntry,
} from '@groundwork/plugin-forge-common';

/** A repository, and what the reader may do with it. */
export type AccessibleRepository = Repository & { access: RepositoryAccess };

/** Where an address inside a repository leads, once the branch or tag is told apart from the path. */
export type Located = {
  /** A branch, tag or commit, as the address names it. */
  revision: string;
  commit: string;
  path: string;
  type: TreeEntry['type'];
};

/** A path at a revision. */
export type RevisionPath = { revision: string; path: string };

/** The new content of a file; without content the file is deleted. */
export type Edit = { path: string; content?: string };

/** What a change is opened from: a pushed branch, or edits on top of a commit. */
export type NewChange = {
  title: string;
  description?: string;
  targetBranch?: string;
  sourceBranch?: string;
  edits?: Edit[];
  baseCommit?: string;
  message?: string;
};

/** A commit to make directly on a branch, unless the branch has moved. */
export type NewCommit = {
  branch: string;
  expectedHead: string;
  message: string;
  edits: Edit[];
};

/** A review of the head that the reviewer has seen. */
export type NewReview = {
  verdict: ReviewVerdict;
  comment?: string;
  expectedHead: string;
};

/** A change of a repository, by its number. */
export type ChangeName = RepositoryName & { number: number };

/** A token as it is created: the only time that its secret is known. */
export type NewAccessToken = AccessToken & { secret: string };

/** Reads and changes repositories with the reader's own rights. */
export interface ForgeApi {
  listRepositories(): Promise<Repository[]>;
  getRepository(name: RepositoryName): Promise<AccessibleRepository>;
  getRefs(name: RepositoryName): Promise<Refs>;
  /** Tells branch and path of an address apart; a branch may contain slashes. */
  locate(name: RepositoryName, rest: string): Promise<Located>;
  getTree(name: RepositoryName, place: RevisionPath): Promise<Tree>;
  getFile(name: RepositoryName, place: RevisionPath): Promise<RepositoryFile>;
  /** The bytes of a file, for images and downloads. */
  getRaw(name: RepositoryName, place: RevisionPath): Promise<Blob>;
  listCommits(
    name: RepositoryName,
    query: RevisionPath & { cursor?: string; limit?: number },
  ): Promise<Page<Commit>>;
  getCommit(name: RepositoryName, id: string): Promise<Commit & { diff: Diff }>;
  commit(name: RepositoryName, commit: NewCommit): Promise<Commit>;
  listChanges(name: RepositoryName, state?: Change['state']): Promise<Change[]>;
  openChange(name: RepositoryName, change: NewChange): Promise<Change>;
  getChange(change: ChangeName): Promise<Change>;
  getChangeDiff(change: ChangeName): Promise<Diff>;
  updateChange(
    change: ChangeName,
    patch: { title?: string; description?: string },
  ): Promise<Change>;
  review(change: ChangeName, review: NewReview): Promise<Change>;
  /** Merges, unless the change has moved since the reader saw it. */
  merge(change: ChangeName, expectedHead: string): Promise<Change>;
  close(change: ChangeName): Promise<Change>;
  listTokens(): Promise<AccessToken[]>;
  createToken(token: {
    name: string;
    expiresInDays?: number;
  }): Promise<NewAccessToken>;
  revokeToken(id: string): Promise<void>;
}

/** The forge, as its pages see it. */
export const forgeApiRef = createApiRef<ForgeApi>({
  id: 'plugin.forge.service',
});
