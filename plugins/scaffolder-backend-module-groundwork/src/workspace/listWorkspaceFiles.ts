import { lstat, readdir, readlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix } from 'node:path';
import { InputError } from '@backstage/errors';

/** A file of a workspace as Git would record it. */
export interface WorkspaceFile {
  /** From the directory that was listed, with slashes. */
  path: string;
  absolutePath: string;
  mode: '100644' | '100755' | '120000';
  /** Bytes of the file, or of the target of a link. */
  size: number;
}

/**
 * Lists what a template has written, in the order of paths.
 *
 * @remarks
 * A template is code that somebody else wrote: repositories inside the workspace, links out of it and names that Git or a
 * shell could misread are refused, each by its name.
 */
export async function listWorkspaceFiles(
  directory: string,
): Promise<WorkspaceFile[]> {
  const files = await listBelow(directory, '');
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function listBelow(
  directory: string,
  path: string,
): Promise<WorkspaceFile[]> {
  const entries = await readdir(join(directory, path));
  const lists = await Promise.all(
    entries.map(name => readEntry(directory, posix.join(path, name))),
  );
  return lists.flat();
}

async function readEntry(
  directory: string,
  path: string,
): Promise<WorkspaceFile[]> {
  checkName(path);
  const absolutePath = join(directory, path);
  const stats = await lstat(absolutePath);
  if (stats.isDirectory()) {
    return listBelow(directory, path);
  }
  if (stats.isSymbolicLink()) {
    await checkLink(path, absolutePath);
    return [{ path, absolutePath, mode: '120000', size: stats.size }];
  }
  if (!stats.isFile()) {
    throw new InputError(`'${path}' is neither a file nor a directory`);
  }
  const isExecutable = (stats.mode & 0o100) !== 0;
  return [
    {
      path,
      absolutePath,
      mode: isExecutable ? '100755' : '100644',
      size: stats.size,
    },
  ];
}

function checkName(path: string): void {
  if (posix.basename(path).toLowerCase() === '.git') {
    throw new InputError(
      `The template wrote '${path}', a repository of its own; leave it out, or delete it with fs:delete`,
    );
  }
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(path)) {
    throw new InputError(
      `The template wrote ${JSON.stringify(
        path,
      )}; names of files must not have control characters`,
    );
  }
}

async function checkLink(path: string, absolutePath: string): Promise<void> {
  const target = await readlink(absolutePath);
  const resolved = posix.normalize(posix.join(dirname(path), target));
  if (isAbsolute(target) || resolved === '..' || resolved.startsWith('../')) {
    throw new InputError(
      `The link '${path}' leads out of the repository to '${target}'`,
    );
  }
}
