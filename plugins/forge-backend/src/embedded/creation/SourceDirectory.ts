import { constants } from 'node:fs';
import { open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { checkWritablePath } from '../names';
import { leadsOut } from '../symbolicLinks';

/** A file or link as Git keeps it. */
export interface SourceFile {
  path: string;
  mode: '100644' | '100755' | '120000';
  content: Buffer;
}

/** Reads the files that become a commit. */
export class SourceDirectory {
  readonly #root: string;
  readonly #files: readonly string[];
  readonly #links: ReadonlySet<string>;

  /** Looks at everything below a directory, and refuses what a repository cannot or must not hold. */
  static async open(root: string): Promise<SourceDirectory> {
    const files: string[] = [];
    const links: string[] = [];
    await list(root, '', { files, links });
    return new SourceDirectory(root, files.sort(), new Set(links));
  }

  private constructor(
    root: string,
    files: readonly string[],
    links: ReadonlySet<string>,
  ) {
    this.#root = root;
    this.#files = files;
    this.#links = links;
  }

  /** The files, then the links, each read when its turn comes. */
  async *read(): AsyncGenerator<SourceFile> {
    for (const path of this.#files) {
      yield await readSourceFile(this.#root, path);
    }
    for (const path of this.#links) {
      const target = await readlink(join(this.#root, path));
      if (leadsOut(path, target, other => this.#links.has(other))) {
        throw new InputError(
          `The symbolic link '${path}' leads out of the repository, or through another link`,
        );
      }
      yield { path, mode: '120000', content: Buffer.from(target) };
    }
  }
}

async function list(
  root: string,
  directory: string,
  found: { files: string[]; links: string[] },
): Promise<void> {
  const entries = await readdir(join(root, directory), { withFileTypes: true });
  for (const entry of entries) {
    const path = directory ? `${directory}/${entry.name}` : entry.name;
    if (entry.name.toLowerCase() === '.git') {
      throw new InputError(
        `'${path}' belongs to another repository; remove it first`,
      );
    }
    checkWritablePath(path);
    if (entry.isDirectory()) {
      await list(root, path, found);
    } else if (entry.isFile()) {
      found.files.push(path);
    } else if (entry.isSymbolicLink()) {
      found.links.push(path);
    } else {
      throw new InputError(`'${path}' is neither a file nor a directory`);
    }
  }
}

/** The file may have been replaced since it was listed, so a link is not followed here, either. */
async function readSourceFile(root: string, path: string): Promise<SourceFile> {
  const handle = await open(
    join(root, path),
    constants.O_RDONLY + constants.O_NOFOLLOW,
  );
  try {
    const { mode } = await handle.stat();
    const isExecutable = Math.floor(mode / 0o100) % 2 === 1;
    return {
      path,
      mode: isExecutable ? '100755' : '100644',
      content: await handle.readFile(),
    };
  } finally {
    await handle.close();
  }
}
