import { NotFoundError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { checkRefName } from '../../embedded/names';
import { hasStatus } from '../api/GithubFailure';
import type { RepositoryApi } from '../api/RepositoryApi';
import { encodePath } from '../api/RestApi';
import {
  commitAnswer,
  referenceAnswer,
  repositoryAnswer,
  type CommitAnswer,
} from '../api/schemas';
import { isDefaultRevision } from '../GithubAddresses';

const COMMIT_ID = /^[0-9a-f]{40}$/;

/** GitHub takes the beginning of a commit id for the commit, and a branch can look like one. */
const ABBREVIATED_ID = /^[0-9a-f]{4,39}$/;

/** Finds the commits that names stand for. */
export class GithubRevisions {
  /** A commit never differs from what its id says. */
  readonly #commits = new LRUCache<string, CommitAnswer>({ max: 1000 });

  static create(): GithubRevisions {
    return new GithubRevisions();
  }

  private constructor() {}

  /** The commit of a branch, tag or commit id; without one that of the default branch. */
  async resolve(api: RepositoryApi, revision?: string): Promise<CommitAnswer> {
    if (!isDefaultRevision(revision)) {
      return this.#require(api, String(revision));
    }
    const { default_branch: branch } = await api.get('', repositoryAnswer);
    const commit = await this.find(api, branch);
    if (!commit) {
      throw new NotFoundError(`${api.label} has no commit yet`);
    }
    return commit;
  }

  /** Splits `release/1.x/docs/index.md` into a revision that exists and the path after it. */
  async split(
    api: RepositoryApi,
    rest: string,
  ): Promise<{ revision: string; commit: string; path: string }> {
    const parts = rest.split('/').filter(Boolean);
    const [first] = parts;
    if (first === undefined || isDefaultRevision(first)) {
      const { default_branch: revision } = await api.get('', repositoryAnswer);
      const { sha } = await this.resolve(api, revision);
      return { revision, commit: sha, path: parts.slice(1).join('/') };
    }
    const found =
      ABBREVIATED_ID.test(first) || !(await this.find(api, first))
        ? (await findLongest(api, parts)) ?? first
        : first;
    const { sha } = await this.#require(api, found);
    const path = parts.slice(found.split('/').length).join('/');
    return { revision: found, commit: sha, path };
  }

  /** The commit of a name; undefined when there is none, or the repository is empty. */
  async find(
    api: RepositoryApi,
    revision: string,
  ): Promise<CommitAnswer | undefined> {
    const key = `${api.label}@${revision}`;
    const known = this.#commits.get(key);
    if (known) {
      return known;
    }
    try {
      const commit = await api.get(
        `/commits/${encodePath(checkRefName(revision))}`,
        commitAnswer,
        // Limits the files of the commit, of which none is wanted here.
        { query: { per_page: 1 } },
      );
      if (COMMIT_ID.test(revision)) {
        this.#commits.set(key, commit);
      }
      return commit;
    } catch (error) {
      // 422 for a name that is none, 409 for an empty repository.
      if (hasStatus(error, 404, 409, 422)) {
        return undefined;
      }
      throw error;
    }
  }

  async #require(api: RepositoryApi, revision: string): Promise<CommitAnswer> {
    const commit = await this.find(api, revision);
    if (!commit) {
      throw new NotFoundError(
        `There is no branch, tag or commit '${revision}' in ${api.label}`,
      );
    }
    return commit;
  }
}

/** The longest branch or tag that the parts begin with. */
async function findLongest(
  api: RepositoryApi,
  parts: string[],
): Promise<string | undefined> {
  const lists = await Promise.all(
    ['heads', 'tags'].map(async kind => {
      const prefix = `refs/${kind}/`;
      const refs = await api.list(
        `/git/matching-refs/${kind}/${encodePath(parts[0])}`,
        referenceAnswer,
      );
      return refs.map(({ ref }) => ref.slice(prefix.length));
    }),
  );
  const whole = `${parts.join('/')}/`;
  return lists
    .flat()
    .filter(name => whole.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
}
