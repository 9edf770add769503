import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkGitVersion } from './checkGitVersion';

describe('checkGitVersion', () => {
  const path = process.env.PATH;
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'forge-git-'));
    process.env.PATH = directory;
  });
  afterEach(async () => {
    process.env.PATH = path;
    await rm(directory, { recursive: true });
  });

  const install = (version: string) =>
    writeFile(
      join(directory, 'git'),
      `#!/bin/sh\necho "git version ${version}"\n`,
      { mode: 0o755 },
    );

  it.each(['2.38.0', '2.39.5 (Apple Git-154)', '2.100.1', '3.0.0'])(
    'is content with %s',
    async version => {
      await install(version);
      await expect(checkGitVersion()).resolves.toBeUndefined();
    },
  );

  it.each(['2.37.9', '1.99.0', 'unknown'])('names %s', async version => {
    await install(version);
    await expect(checkGitVersion()).rejects.toThrow(
      `needs Git 2.38 or later, and this is 'git version ${version}'`,
    );
  });

  it('says when there is no Git', async () => {
    await expect(checkGitVersion()).rejects.toThrow('git cannot be run');
  });
});
