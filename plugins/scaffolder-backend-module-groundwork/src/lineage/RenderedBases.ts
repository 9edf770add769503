import {
  access,
  mkdir,
  mkdtemp,
  readlink,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { runGit } from '@groundwork/plugin-forge-node';
import type { WorkspaceFile } from '../workspace/listWorkspaceFiles';

/**
 * Keeps what templates have rendered, so that a later version can be merged with what became of it.
 *
 * @remarks
 * A base is a Git tree under `refs/base/<tree>` of one bare repository. Its name is its content, so that several processes
 * and interrupted ones cannot contradict each other, and equal renders are kept once.
 */
export class RenderedBases {
  readonly #directory?: string;

  /** Reads `lineage.basesDirectory`; without it trees are named and not kept. */
  static fromConfig(config: Config): RenderedBases {
    const directory = config.getOptionalString('lineage.basesDirectory');
    return new RenderedBases(directory && resolve(directory));
  }

  private constructor(directory?: string) {
    this.#directory = directory;
  }

  /** Whether bases outlive the call. */
  get isKept(): boolean {
    return this.#directory !== undefined;
  }

  /** Keeps the files and returns the id of their tree. */
  async keep(files: readonly WorkspaceFile[]): Promise<string> {
    return writeBase(files, this.#directory);
  }

  /** Names the tree of the files and keeps nothing. */
  async name(files: readonly WorkspaceFile[]): Promise<string> {
    return writeBase(files);
  }
}

async function writeBase(
  files: readonly WorkspaceFile[],
  directory?: string,
): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'rendered-base-'));
  try {
    const repository = directory ?? join(scratch, 'bases.git');
    await openRepository(repository);
    const tree = await writeTree(repository, scratch, files);
    await runGit(['update-ref', `refs/base/${tree}`, tree], {
      cwd: repository,
    });
    return tree;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Makes the repository beside its place and moves it there whole, so that nobody ever meets half of it. */
async function openRepository(directory: string): Promise<void> {
  if (await isRepository(directory)) {
    return;
  }
  await mkdir(dirname(directory), { recursive: true });
  const staging = await mkdtemp(`${directory}.`);
  try {
    await runGit(
      ['init', '--quiet', '--bare', '--template=', '--initial-branch=main'],
      {
        cwd: staging,
      },
    );
    await rename(staging, directory);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Somebody else was faster.
    if (!(await isRepository(directory))) {
      throw error;
    }
  }
}

async function isRepository(directory: string): Promise<boolean> {
  return access(join(directory, 'HEAD')).then(
    () => true,
    () => false,
  );
}

async function writeTree(
  repository: string,
  scratch: string,
  files: readonly WorkspaceFile[],
): Promise<string> {
  const ids = await writeBlobs(repository, scratch, files);
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  await runGit(['update-index', '-z', '--index-info'], {
    cwd: repository,
    env,
    input: files
      .map(({ mode, path }, index) => `${mode} ${ids[index]}\t${path}\0`)
      .join(''),
  });
  const tree = await runGit(['write-tree'], { cwd: repository, env });
  return tree.trim();
}

/** One process for all files: `--no-filters` keeps every byte, whatever a `.gitattributes` asks for. */
async function writeBlobs(
  repository: string,
  scratch: string,
  files: readonly WorkspaceFile[],
): Promise<string[]> {
  const sources = await Promise.all(
    files.map((file, index) => readableSource(scratch, file, index)),
  );
  const output = await runGit(
    ['hash-object', '-w', '--no-filters', '--stdin-paths'],
    { cwd: repository, input: sources.map(path => `${path}\n`).join('') },
  );
  return output.trim().split('\n');
}

/** The target of a link is its content; Git would read the file that it leads to. */
async function readableSource(
  scratch: string,
  file: WorkspaceFile,
  index: number,
): Promise<string> {
  if (file.mode !== '120000') {
    return file.absolutePath;
  }
  const copy = join(scratch, `link-${index}`);
  await writeFile(copy, await readlink(file.absolutePath));
  return copy;
}
