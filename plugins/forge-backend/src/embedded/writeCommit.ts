import type { Signature } from '@groundwork/plugin-forge-common';
import { git } from './git';
import { signatureEnvironment } from './signatures';

/** A commit that is not written yet. */
export interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Signature;
}

/** Writes a commit of a tree, without moving any branch. */
export async function writeCommit(
  directory: string,
  { tree, parents, message, author }: NewCommit,
): Promise<string> {
  const id = await git(
    directory,
    [
      'commit-tree',
      tree,
      ...parents.flatMap(parent => ['-p', parent]),
      '-F',
      '-',
    ],
    {
      input: formatMessage(message),
      env: signatureEnvironment(author),
    },
  );
  return id.trim();
}

/** A message as Git keeps it: without a NUL, and with an end of line. */
export function formatMessage(message: string): string {
  return `${message.replaceAll('\0', '').trim() || 'Update'}\n`;
}

/** The tree of a commit. */
export async function treeOf(
  directory: string,
  commit: string,
): Promise<string> {
  return (
    await git(directory, ['rev-parse', '--verify', `${commit}^{tree}`])
  ).trim();
}
