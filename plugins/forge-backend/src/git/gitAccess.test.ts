import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { commitFile, gitClient } from '../__testUtils__/gitClient';
import { eventually } from '../__testUtils__/eventually';
import {
  serveTestForge,
  type ServedForge,
} from '../__testUtils__/serveTestForge';

jest.setTimeout(60_000);

describe('access to Git over HTTP', () => {
  let served: ServedForge;

  afterEach(() => served.close());

  it('leaves everything that is not of Git to the pages', async () => {
    served = await serveTestForge();
    for (const page of ['', '/-/blob/main/info/refs', '/-/tree/main']) {
      const response = await fetch(`${served.url()}${page}`);
      expect(await response.text()).toBe('a page');
    }
  });

  it('asks for a password where none was given', async () => {
    served = await serveTestForge({ isLocalAccessAllowed: false });
    const response = await fetch(
      `${served.url()}/info/refs?service=git-upload-pack`,
    );
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  });

  it('answers a stranger alike for what exists and what does not', async () => {
    served = await serveTestForge({ isLocalAccessAllowed: false });
    const answers = await Promise.all(
      ['orders', 'nothing'].flatMap(name =>
        [undefined, 'stranger-token'].map(async token => {
          const response = await fetch(
            `http://localhost:${served.port}/forge/acme/${name}/info/refs?service=git-upload-pack`,
            token
              ? { headers: { authorization: `Basic ${btoa(`x:${token}`)}` } }
              : {},
          );
          return `${response.status} ${await response.text()}`;
        }),
      ),
    );
    expect(answers[0]).toBe(answers[2]);
    expect(answers[1]).toBe(answers[3]);
    expect(answers[1]).toMatch(/^404/);
  });

  it('refuses a wrong password even on this machine', async () => {
    served = await serveTestForge();
    const response = await fetch(
      `${served.url()}/info/refs?service=git-upload-pack`,
      {
        headers: { authorization: `Basic ${btoa('git:wrong')}` },
      },
    );
    expect(response.status).toBe(401);
  });

  it('lets a reader clone and not push', async () => {
    served = await serveTestForge({ isLocalAccessAllowed: false });
    const directory = await served.clone('x', 'vera-token');
    await commitFile(directory, 'x', 'x');
    await expect(gitClient(['push', '-q'], directory)).rejects.toThrow(/403/);
    expect(served.pushed()).toEqual([]);
  });

  it('lets somebody with the permission push', async () => {
    served = await serveTestForge({ isLocalAccessAllowed: false });
    const directory = await served.clone('x', 'dana-token');
    await commitFile(directory, 'x', 'x');
    await gitClient(['push', '-q'], directory);
    await eventually(async () =>
      expect(served.pushed()).toEqual(['refs/heads/main']),
    );
  });

  it('keeps the records of the forge out of reach', async () => {
    served = await serveTestForge();
    await gitClient(
      ['update-ref', 'refs/groundwork/changes/1', 'main'],
      served.bare,
    );
    const directory = await served.clone('x');
    const { stdout } = await gitClient(['ls-remote', 'origin'], directory);
    expect(stdout).not.toContain('groundwork');
    await expect(
      gitClient(
        ['push', '-q', 'origin', 'main:refs/groundwork/changes/2'],
        directory,
      ),
    ).rejects.toThrow(/hidden ref|deny updating/);
  });

  it.each(['refs/notes/x', 'refs/replace/x', 'refs/groundwork/x', 'refs/x'])(
    'takes no push to %s',
    async ref => {
      served = await serveTestForge();
      const directory = await served.clone('x');
      await expect(
        gitClient(['push', '-q', 'origin', `main:${ref}`], directory),
      ).rejects.toThrow(/hidden ref/);
      expect(served.pushed()).toEqual([]);
    },
  );

  it('keeps the default branch from being deleted', async () => {
    served = await serveTestForge();
    const directory = await served.clone('x');
    await expect(
      gitClient(['push', '-q', 'origin', ':main'], directory),
    ).rejects.toThrow(/deletion of the current branch prohibited/);
  });

  it('refuses a tree that could overwrite the files of Git, and keeps nothing of it', async () => {
    served = await serveTestForge();
    const before = await gitClient(['count-objects', '-v'], served.bare);
    const directory = await served.clone('x');
    const blob = await gitClient(['rev-parse', 'HEAD:README.md'], directory);
    await writeFile(
      path.join(served.work, 'tree'),
      `100644 blob ${blob.stdout.trim()}\t.git\n`,
    );
    const tree = await promisify(execFile)('sh', [
      '-c',
      `git -C ${directory} mktree <${path.join(served.work, 'tree')}`,
    ]);
    const commit = await gitClient(
      ['commit-tree', '-m', 'Evil', '-p', 'HEAD', tree.stdout.trim()],
      directory,
    );
    await expect(
      gitClient(
        ['push', '-q', 'origin', `${commit.stdout.trim()}:refs/heads/evil`],
        directory,
      ),
    ).rejects.toThrow(/hasDotgit/);
    const after = await gitClient(['count-objects', '-v'], served.bare);
    expect(after.stdout).toBe(before.stdout);
    expect(served.pushed()).toEqual([]);
  });

  it('runs no hook, whoever has put it there', async () => {
    served = await serveTestForge();
    await mkdir(path.join(served.bare, 'hooks'));
    for (const hook of ['pre-receive', 'post-receive', 'update']) {
      await writeFile(
        path.join(served.bare, 'hooks', hook),
        `#!/bin/sh\ntouch ${path.join(served.work, 'ran')}\nexit 1\n`,
        { mode: 0o755 },
      );
    }
    await gitClient(
      ['config', 'core.hooksPath', path.join(served.bare, 'hooks')],
      served.bare,
    );
    const directory = await served.clone('x');
    await commitFile(directory, 'x', 'x');
    await gitClient(['push', '-q'], directory);
    expect(await readdir(served.work)).not.toContain('ran');
  });

  it.each([
    [{ Host: 'evil.org' }, 421],
    [{ Origin: 'https://evil.org' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Content-Type': 'text/plain' }, 415],
    [{ 'Content-Encoding': 'gzip' }, 415],
    [{ 'Content-Length': '99999999999' }, 413],
  ])('refuses a push with %j', async (headers, status) => {
    served = await serveTestForge();
    const request = httpRequest({
      port: served.port,
      host: '127.0.0.1',
      path: '/forge/acme/orders/git-receive-pack',
      method: 'POST',
      headers: {
        Host: `localhost:${served.port}`,
        'Content-Type': 'application/x-git-receive-pack-request',
        ...headers,
      },
    });
    request.on('error', () => undefined);
    request.flushHeaders();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(status);
    request.destroy();
  });
});
