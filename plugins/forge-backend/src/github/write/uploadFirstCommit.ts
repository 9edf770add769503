import type { Signature } from '@groundwork/plugin-forge-common';
import { runGitForResult } from '@groundwork/plugin-forge-node';
import { readTree } from '../../embedded/trees';
import type { RepositoryApi } from '../api/RepositoryApi';
import { encodePath } from '../api/RestApi';
import { sendOnce } from '../api/sendOnce';
import { signSeed } from './creationMark';
import {
  createEntry,
  writeCommit,
  writeTree,
  type NewTreeEntry,
} from './gitObjects';

/** Entries of one request for a tree; with inline text a request stays below a few megabytes. */
const TREE_BATCH = 100;

/** Of a file that the first commit replaces at once. */
const SEED_CONTENT = Buffer.from('Being created.\n').toString('base64');

/** A first commit that is on this machine. */
export interface FirstCommit {
  directory: string;
  commit: string;
  message: string;
  author: Signature;
}

/**
 * Makes the first commit through the API, where Git itself does not reach the host.
 *
 * @remarks
 * GitHub takes no objects into an empty repository. So a seed comes first, and the branch is moved to the first commit
 * as soon as that exists, which then has no parent. An attempt that ends in between leaves the seed for the next one.
 */
export async function uploadFirstCommit(
  api: RepositoryApi,
  first: FirstCommit,
  options: {
    branch: string;
    key: string;
    /** The commit that the branch is at, if it is there. */
    findHead: () => Promise<string | undefined>;
  },
): Promise<string> {
  const { message, author } = first;
  const { branch, key, findHead } = options;
  if (!(await findHead())) {
    await sendOnce(api.client, {
      send: async () => {
        await api.order('PUT', '/contents/README.md', {
          body: { message: signSeed(key), content: SEED_CONTENT, branch },
        });
        return true;
      },
      find: async () => ((await findHead()) ? true : undefined),
    });
  }
  const sha = await writeCommit(api, {
    tree: await uploadTree(api, first),
    parents: [],
    message,
    author,
  });
  await api.order('PATCH', `/git/refs/heads/${encodePath(branch)}`, {
    body: { sha, force: true },
    isRepeatable: true,
  });
  return sha;
}

async function uploadTree(
  api: RepositoryApi,
  { directory, commit }: FirstCommit,
): Promise<string> {
  const { entries } = await readTree(directory, {
    commit,
    path: '',
    isRecursive: true,
  });
  let tree = '';
  for (let at = 0; at < entries.length; at += TREE_BATCH) {
    const batch: NewTreeEntry[] = [];
    for (const { id, mode, path } of entries.slice(at, at + TREE_BATCH)) {
      const { stdout } = await runGitForResult(['cat-file', 'blob', id], {
        cwd: directory,
      });
      batch.push(await createEntry(api, { path, mode, content: stdout }));
    }
    tree = await writeTree(api, batch, tree || undefined);
  }
  return tree;
}
