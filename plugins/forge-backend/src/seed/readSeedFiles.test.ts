import { chmod, symlink } from 'node:fs/promises';
import { readSeedFiles } from './readSeedFiles';
import { SeedDirectory } from './testing/seedDirectory';

describe('readSeedFiles', () => {
  let directory: SeedDirectory;

  beforeEach(async () => {
    directory = await SeedDirectory.create();
  });

  afterEach(() => directory.remove());

  async function pathsOf(paths?: string[]) {
    return [...(await readSeedFiles(directory.root, paths)).keys()];
  }

  it('reads the named files and directories in the order of their paths', async () => {
    await expect(pathsOf(['docs', 'README.md'])).resolves.toEqual([
      'README.md',
      'docs/index.md',
    ]);
  });

  it('leaves out what tools and editors leave behind', async () => {
    await directory.write('docs/.DS_Store', '');
    await directory.write('docs/.env', 'TOKEN=secret');
    await directory.write('docs/index.md~', '');
    await directory.write('docs/.gitignore', 'dist');

    await expect(pathsOf(['docs', 'node_modules/..'])).resolves.toEqual([
      'README.md',
      'docs/.gitignore',
      'docs/index.md',
      'examples/platform/docs/log.md',
      'examples/platform/openapi.yaml',
      'examples/seeds.yaml',
    ]);
  });

  it('keeps that a file can be run', async () => {
    await chmod(directory.pathOf('README.md'), 0o755);

    const files = await readSeedFiles(directory.root, ['README.md', 'docs']);

    expect(files.get('README.md')?.isExecutable).toBe(true);
    expect(files.get('docs/index.md')?.isExecutable).toBe(false);
  });

  it('names a file that is missing', async () => {
    await expect(pathsOf(['LICENSE'])).rejects.toThrow(
      /There is no .*LICENSE, which belongs to a seed/,
    );
  });

  it('refuses a symbolic link', async () => {
    await symlink('/etc/passwd', directory.pathOf('docs/users.md'));

    await expect(pathsOf(['docs'])).rejects.toThrow(
      /users\.md is neither a file nor a directory/,
    );
  });
});
