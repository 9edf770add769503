import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { runGit } from '@groundwork/plugin-forge-node';
import { listWorkspaceFiles } from '../workspace/listWorkspaceFiles';
import { RenderedBases } from './RenderedBases';

describe('RenderedBases', () => {
  let directory: string;
  let basesDirectory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bases-'));
    basesDirectory = join(directory, 'deep/bases.git');
    await mkdir(join(directory, 'render/bin'), { recursive: true });
    await writeFile(join(directory, 'render/bin/run'), 'true\n');
    await chmod(join(directory, 'render/bin/run'), 0o755);
    await writeFile(join(directory, 'render/"quoted".txt'), 'one\r\ntwo\r\n');
    await writeFile(join(directory, 'render/.gitattributes'), '* text=auto\n');
    await writeFile(join(directory, 'render/.gitignore'), 'bin\n');
    await symlink('bin/run', join(directory, 'render/link'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  const open = (lineage = { basesDirectory }) =>
    RenderedBases.fromConfig(new ConfigReader({ lineage }));
  const list = () => listWorkspaceFiles(join(directory, 'render'));
  const git = (...args: string[]) => runGit(args, { cwd: basesDirectory });

  it('keeps every byte, mode and link under the id of the tree', async () => {
    const tree = await open().keep(await list());
    const listed = await git('ls-tree', '-r', `refs/base/${tree}`);
    expect(listed.replace(/ [0-9a-f]{40}/g, '')).toBe(
      [
        '100644 blob\t"\\"quoted\\".txt"',
        '100644 blob\t.gitattributes',
        '100644 blob\t.gitignore',
        '100755 blob\tbin/run',
        '120000 blob\tlink',
        '',
      ].join('\n'),
    );
    expect(await git('cat-file', 'blob', `${tree}:"quoted".txt`)).toBe(
      'one\r\ntwo\r\n',
    );
    expect(await git('cat-file', 'blob', `${tree}:link`)).toBe('bin/run');
  });

  it('survives several at once, and keeps equal renders once', async () => {
    const files = await list();
    const trees = await Promise.all(
      Array.from({ length: 12 }, () => open().keep(files)),
    );
    expect(new Set(trees).size).toBe(1);
    expect(await readdir(join(directory, 'deep'))).toEqual(['bases.git']);
    await git('fsck', '--strict');
    const refs = await git('for-each-ref', '--format=%(refname)');
    expect(refs.trim()).toBe(`refs/base/${trees[0]}`);
  });

  it('names the same tree without keeping it', async () => {
    const files = await list();
    const named = await open().name(files);
    await expect(git('rev-parse', 'HEAD')).rejects.toThrow();
    expect(await open().keep(files)).toBe(named);
  });

  it('names trees where no directory is configured', async () => {
    const bases = RenderedBases.fromConfig(new ConfigReader({}));
    expect(bases.isKept).toBe(false);
    expect(await bases.keep(await list())).toMatch(/^[0-9a-f]{40}$/);
  });
});
