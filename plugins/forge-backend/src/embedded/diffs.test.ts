import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileDiff } from '@groundwork/plugin-forge-common';
import { gitClient } from '../__testUtils__/gitClient';
import { diff } from './diffs';

jest.setTimeout(60_000);

describe('the difference of two commits', () => {
  let clone: string;

  beforeEach(async () => {
    clone = await mkdtemp(join(tmpdir(), 'forge-diff-'));
    await gitClient(['init', '-q', '-b', 'main'], clone);
  });
  afterEach(() => rm(clone, { recursive: true }));

  const write = async (files: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(files)) {
      await rm(join(clone, name), { force: true });
      await writeFile(join(clone, name), content);
    }
  };
  const commit = async () => {
    await gitClient(['add', '--all'], clone);
    await gitClient(['commit', '-qm', 'x'], clone);
    const { stdout } = await gitClient(['rev-parse', 'HEAD'], clone);
    return stdout.trim();
  };
  const compare = (from: string, to: string) =>
    diff(join(clone, '.git'), { from, to });
  const find = (files: FileDiff[], path: string) =>
    files.find(file => file.path === path);

  it('gives each file its own patch, whatever its name', async () => {
    const names = [
      'a b',
      'ü',
      'quo"te',
      'back\\slash',
      'tab\tbed',
      'new\nline',
      '\x01',
      '-rf',
      ':(glob)*',
      'a => b',
    ];
    await write(Object.fromEntries(names.map(name => [name, 'one\n'])));
    const from = await commit();
    await write(Object.fromEntries(names.map(name => [name, `${name}\n`])));
    const to = await commit();

    const { files } = await compare(from, to);

    expect(files.map(({ path }) => path).sort()).toEqual([...names].sort());
    for (const { path, patch, additions, deletions } of files) {
      expect({ additions, deletions }).toEqual({
        additions: path.split('\n').length,
        deletions: 1,
      });
      expect(patch).toContain(`+${path.split('\n')[0]}`);
    }
  });

  it('keeps patches with their files around renames, links and binaries', async () => {
    const long = (name: string) => `${name}\n`.repeat(50);
    await write({
      one: long('one'),
      two: long('two'),
      file: 'x\n',
      image: Buffer.from([0, 1, 2]),
      zebra: 'z\n',
    });
    const from = await commit();
    await rm(join(clone, 'one'));
    await rm(join(clone, 'file'));
    await write({
      eins: `${long('one')}more\n`,
      image: Buffer.from([0, 3]),
      two: long('zwei'),
      zebra: 'Z\n',
    });
    await symlink('two', join(clone, 'file'));
    const to = await commit();

    const { files } = await compare(from, to);

    expect(find(files, 'eins')).toMatchObject({
      status: 'renamed',
      oldPath: 'one',
      additions: 1,
      patch: expect.stringContaining('+more'),
    });
    expect(find(files, 'file')?.patch).toMatch(
      /deleted file mode 100644[^]*new file mode 120000/,
    );
    expect(find(files, 'image')).toMatchObject({ isBinary: true });
    expect(find(files, 'image')?.patch).toBeUndefined();
    expect(find(files, 'two')?.patch).toContain('+zwei');
    expect(find(files, 'zebra')?.patch).toContain('+Z');
  });

  it('counts what is too large to show, and leaves it out', async () => {
    const from = await (async () => {
      await write({ start: 'x\n' });
      return commit();
    })();
    await write({
      ...Object.fromEntries(
        Array.from({ length: 305 }, (_, index) => [`file-${index}`, 'x\n']),
      ),
      'a-long': 'line\n'.repeat(6000),
      'a-wide': 'x'.repeat(600_000),
      'a-blob': 'word\n'.repeat(300_000),
    });
    const to = await commit();

    const { files, omittedFiles } = await compare(from, to);

    expect(files).toHaveLength(300);
    expect(omittedFiles).toBe(8);
    for (const name of ['a-long', 'a-wide', 'a-blob']) {
      expect(find(files, name)).toMatchObject({ status: 'added' });
      expect(find(files, name)?.patch).toBeUndefined();
    }
    expect(find(files, 'file-0')?.patch).toContain('+x');
  });
});
