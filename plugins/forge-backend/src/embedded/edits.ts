import { ConflictError, InputError } from '@backstage/errors';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import { git } from './git';
import { TemporaryIndex } from './TemporaryIndex';
import { treeOf, writeCommit } from './writeCommit';

/** Everything that makes two attempts at a commit the same, but for the time. */
const CONTENT_FORMAT = ['%T', '%P', '%an', '%ae', '%B'].join('%x00');

/** Edits of one commit, by whom and why. */
export interface EditsCommit {
  parent: string;
  edits: readonly FileEdit[];
  message: string;
  actor: Actor;
}

/** Writes a commit of edits on top of another, without moving a branch. */
export async function writeEdits(
  directory: string,
  { parent, edits, message, actor }: EditsCommit,
): Promise<string> {
  if (edits.length === 0) {
    throw new InputError('There is nothing to commit: no file was edited');
  }
  const [tree, treeBefore] = await Promise.all([
    TemporaryIndex.use(directory, parent, async index => {
      await index.apply(edits);
      return index.writeTree();
    }),
    treeOf(directory, parent),
  ]);
  if (tree === treeBefore) {
    throw new ConflictError(
      'There is nothing to commit: the files are already as they were edited',
    );
  }
  return writeCommit(directory, {
    tree,
    parents: [parent],
    message,
    author: actor.signature,
  });
}

/** Whether two commits differ in their dates at most: then an earlier attempt at the one has made the other. */
export async function isSameCommit(
  directory: string,
  a: string,
  b: string,
): Promise<boolean> {
  const [first, second] = await Promise.all(
    [a, b].map(id =>
      git(directory, [
        'log',
        '--no-walk',
        `--format=tformat:${CONTENT_FORMAT}`,
        id,
        '--',
      ]),
    ),
  );
  return first === second;
}
