import {
  chmod,
  mkdir,
  mkdtemp,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listWorkspaceFiles } from './listWorkspaceFiles';

describe('listWorkspaceFiles', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'workspace-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('lists files with their modes in the order of paths, and no directories', async () => {
    await mkdir(join(directory, 'b/empty'), { recursive: true });
    await writeFile(join(directory, 'b/run.sh'), 'true');
    await chmod(join(directory, 'b/run.sh'), 0o755);
    await writeFile(join(directory, 'a-file'), 'four');
    await symlink('b/run.sh', join(directory, 'link'));

    const files = await listWorkspaceFiles(directory);

    expect(files.map(({ path, mode, size }) => [path, mode, size])).toEqual([
      ['a-file', '100644', 4],
      ['b/run.sh', '100755', 4],
      ['link', '120000', 8],
    ]);
  });

  it.each([
    ['.git/config', "'.git'"],
    ['vendor/.GIT/config', "'vendor/.GIT'"],
    ['a\nb', 'control characters'],
  ])('refuses %j', async (path, reason) => {
    const file = join(directory, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '');
    await expect(listWorkspaceFiles(directory)).rejects.toThrow(reason);
  });

  it.each(['../outside', '/etc/passwd', 'a/../../outside'])(
    'refuses a link to %s',
    async target => {
      await symlink(target, join(directory, 'link'));
      await expect(listWorkspaceFiles(directory)).rejects.toThrow(
        `The link 'link' leads out of the repository to '${target}'`,
      );
    },
  );
});
