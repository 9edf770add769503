import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runGit } from '@groundwork/plugin-forge-node';
import { SeedDirectory } from './testing/seedDirectory';
import { seedDirectory } from './testing/seedProcess';

jest.setTimeout(120_000);

/** Git needs a moment for this much that does not compress, so there is a middle to be killed in. */
const LARGE = 24 * 1024 * 1024;

describe('seeding that is killed in the middle', () => {
  let directory: SeedDirectory;
  let repositories: string;

  beforeEach(async () => {
    directory = await SeedDirectory.create();
    repositories = directory.pathOf('git');
    await writeFile(
      directory.pathOf('examples/platform/large.bin'),
      randomBytes(LARGE),
    );
  });

  afterEach(() => directory.remove());

  const platform = () => join(repositories, 'acme/platform.git');

  /** Runs the seeding in a process of its own and kills it as soon as something holds. */
  async function killWhen(holds: () => Promise<boolean>) {
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        resolve(__dirname, 'testing/runSeedProcess.ts'),
        ...[repositories, directory.seedsFile],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const ended = once(child, 'exit');
    while (child.exitCode === null && !(await holds().catch(() => false))) {
      await sleep(1);
    }
    child.kill('SIGKILL');
    const [, signal] = await ended;
    expect(signal).toBe('SIGKILL');
  }

  function git(...args: string[]) {
    return runGit(args, { cwd: platform(), env: { GIT_DIR: platform() } });
  }

  async function expectComplete(contract: string) {
    await expect(git('fsck', '--full', '--strict')).resolves.toBeDefined();
    await expect(git('show', 'main:openapi.yaml')).resolves.toBe(contract);
    await expect(git('rev-list', '--count', 'main')).resolves.toBe('2\n');
    await expect(git('tag')).resolves.toBe('service/v1.0.0\n');
    await expect(git('for-each-ref', 'refs/groundwork')).resolves.toBe('');
  }

  const staged = async () => {
    const [id] = await readdir(join(repositories, '.staging'));
    return existsSync(
      join(repositories, '.staging', id, 'repository.git/HEAD'),
    );
  };

  const portalPlaced = async () =>
    existsSync(join(repositories, 'groundwork/portal.git')) &&
    !existsSync(platform());

  it.each([
    ['while a repository is being built', staged],
    ['between two repositories', portalPlaced],
  ])('is finished by the next start: %s', async (_, holds) => {
    await killWhen(holds);
    expect(existsSync(platform())).toBe(false);

    await seedDirectory(repositories, directory.seedsFile);

    await expectComplete('openapi: 3.1.0\n');
  });

  it('is finished by the next start: while branches follow the files', async () => {
    await seedDirectory(repositories, directory.seedsFile);
    await directory.write('examples/platform/openapi.yaml', 'openapi: 3.2.0\n');
    await writeFile(
      directory.pathOf('examples/platform/large.bin'),
      randomBytes(LARGE),
    );
    const before = await readFile(join(platform(), 'groundwork.json'), 'utf8');
    await killWhen(staged);
    await expect(
      readFile(join(platform(), 'groundwork.json'), 'utf8'),
    ).resolves.toBe(before);
    await expect(git('show', 'main:openapi.yaml')).resolves.toBe(
      'openapi: 3.1.0\n',
    );

    await seedDirectory(repositories, directory.seedsFile);

    await expectComplete('openapi: 3.2.0\n');
  });
});
