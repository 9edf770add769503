import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gitEnvironment } from '@groundwork/plugin-forge-node';
import { commitFile, gitClient } from '../__testUtils__/gitClient';
import { eventually } from '../__testUtils__/eventually';
import {
  serveTestForge,
  type ServedForge,
} from '../__testUtils__/serveTestForge';

jest.setTimeout(60_000);

describe('Git over HTTP', () => {
  let served: ServedForge;

  afterEach(() => served.close());

  it.each([
    ['chunked', '1m'],
    ['with its length', '100m'],
  ])('takes a push of 20 MB %s and gives it back', async (_what, buffer) => {
    served = await serveTestForge();
    const first = await served.clone('first');
    const content = randomBytes(20 * 1024 * 1024);
    await commitFile(first, 'large.bin', content);
    await gitClient(['-c', `http.postBuffer=${buffer}`, 'push', '-q'], first);

    const second = await served.clone('second');
    const read = await readFile(path.join(second, 'large.bin'));
    expect(read.equals(content)).toBe(true);
    await eventually(async () =>
      expect(served.pushed()).toEqual(['refs/heads/main']),
    );
  });

  it('takes compressed requests', async () => {
    served = await serveTestForge();
    const first = await served.clone('first');
    for (let index = 0; index < 60; index += 1) {
      await gitClient(['branch', `branch-${index}`], first);
      await gitClient(['checkout', '-q', `branch-${index}`], first);
      await commitFile(first, `file-${index}`, String(index));
    }
    await gitClient(['push', '-q', 'origin', '--all'], first);
    await gitClient(
      ['-c', 'protocol.version=0', 'clone', '-q', served.url(), 'v0'],
      served.work,
    );
    const { stdout } = await gitClient(
      ['branch', '-r'],
      path.join(served.work, 'v0'),
    );
    expect(stdout.trim().split('\n')).toHaveLength(62);
  });

  it('serves more clones at once than it has processes for', async () => {
    served = await serveTestForge({ limits: { processes: 3 } });
    const clones = await Promise.all(
      Array.from({ length: 20 }, (_, index) => served.clone(`clone-${index}`)),
    );
    const texts = await Promise.all(
      clones.map(directory =>
        readFile(path.join(directory, 'README.md'), 'utf8'),
      ),
    );
    expect(new Set(texts)).toEqual(new Set(['# Orders\n']));
  });

  it('lets one of several pushes to a branch win', async () => {
    served = await serveTestForge();
    const directories = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async name => {
        const directory = await served.clone(name);
        await commitFile(directory, name, name);
        return directory;
      }),
    );
    const pushes = await Promise.allSettled(
      directories.map(directory => gitClient(['push', '-q'], directory)),
    );
    expect(pushes.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
  });

  it('stops a push that is too large while it comes in', async () => {
    served = await serveTestForge({ limits: { pushBytes: 1024 * 1024 } });
    const directory = await served.clone('x');
    await commitFile(directory, 'large.bin', randomBytes(4 * 1024 * 1024));
    await expect(gitClient(['push', '-q'], directory)).rejects.toThrow();
    expect(served.pushed()).toEqual([]);
  });

  it('sends away what is too much at once', async () => {
    served = await serveTestForge({ limits: { processes: 0, waitMs: 50 } });
    const response = await fetch(
      `${served.url()}/info/refs?service=git-upload-pack`,
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
  });

  it('ends what nobody waits for', async () => {
    served = await serveTestForge();
    const directory = await served.clone('x');
    await commitFile(directory, 'large.bin', randomBytes(30 * 1024 * 1024));
    const push = spawn('git', ['push'], {
      cwd: directory,
      env: gitEnvironment(),
      // The transport is a process of its own and must end as well.
      detached: true,
    });
    setTimeout(() => process.kill(-push.pid!, 'SIGKILL'), 150);
    await once(push, 'exit');

    await eventually(async () => {
      await gitClient(['push', '-q'], directory);
    });
    await eventually(async () =>
      expect(served.pushed()).toContain('refs/heads/main'),
    );
    const { stdout } = await gitClient(['count-objects', '-v'], served.bare);
    expect(stdout).toContain('garbage: 0');
  }, 30_000);
});
