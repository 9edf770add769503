import type { Signature } from '@groundwork/plugin-forge-common';
import { cleanSignature } from '../../embedded/signatures';
import { formatMessage } from '../../embedded/writeCommit';
import { decodeFile } from '../../hosts/decodeFile';
import type { RepositoryApi } from '../api/RepositoryApi';
import { objectAnswer } from '../api/schemas';

/** Text beyond this goes in a request of its own, so that no request becomes too large. */
const MAX_INLINE_BYTES = 256 * 1024;

/** An entry of a tree that is to be made. */
export interface NewTreeEntry {
  path: string;
  mode: string;
  type: 'blob';
  /** Null deletes the file. */
  sha?: string | null;
  content?: string;
}

/** An entry for a file: its text, or the id of the blob that was made of it. */
export async function createEntry(
  api: RepositoryApi,
  file: { path: string; mode: string; content: Buffer },
): Promise<NewTreeEntry> {
  const { path, mode, content } = file;
  const text =
    content.length <= MAX_INLINE_BYTES ? decodeFile(content).text : undefined;
  // Without content an entry means something else, so an empty file is a blob, too.
  if (text) {
    return { path, mode, type: 'blob', content: text };
  }
  const { sha } = await api.send('POST', '/git/blobs', objectAnswer, {
    body: { content: content.toString('base64'), encoding: 'base64' },
    isRepeatable: true,
  });
  return { path, mode, type: 'blob', sha };
}

/** Makes a tree, on top of another or from nothing. */
export async function writeTree(
  api: RepositoryApi,
  tree: NewTreeEntry[],
  base?: string,
): Promise<string> {
  const { sha } = await api.send('POST', '/git/trees', objectAnswer, {
    body: { ...(base && { base_tree: base }), tree },
    isRepeatable: true,
  });
  return sha;
}

/** Makes a commit; made twice it is the same, because its time is part of it. */
export async function writeCommit(
  api: RepositoryApi,
  commit: {
    tree: string;
    parents: string[];
    message: string;
    author: Signature;
  },
): Promise<string> {
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const { tree, parents, message, author } = commit;
  const { sha } = await api.send('POST', '/git/commits', objectAnswer, {
    body: {
      message: formatMessage(message),
      tree,
      parents,
      author: { ...cleanSignature(author), date },
    },
    isRepeatable: true,
  });
  return sha;
}
