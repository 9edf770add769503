import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { failing, outage, primaryLimit } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import { DANA, withFiles } from '../testing/startHost';
import { eventually } from '../../__testUtils__/eventually';
import { errorOf, expectNoSecrets, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };
const KEY = '5f0c8a52-1111-4222-8333-444455556666';
const FILES = {
  'README.md': '# Orders\n',
  'src/main.ts': 'main();\n',
  'image.png': Buffer.from([0, 255, 1]),
  empty: '',
};

describe.each([
  ['token', 'Git'],
  ['token', 'the API'],
  ['app', 'Git'],
  ['app', 'the API'],
] as const)('A repository made with %s through %s', (credentials, way) => {
  const stage = useStage({ credentials });

  beforeEach(() => {
    if (way === 'the API') {
      // Somebody else's origin, which must not see the token, and where nobody answers.
      stage().fake.world.cloneOrigin = 'http://127.0.0.1:9';
    }
  });

  const create = (
    directory: string,
    options: { idempotencyKey?: string; description?: string } = {},
  ) =>
    stage().host.createRepository({
      ...NAME,
      description: 'Takes orders',
      directory,
      message: 'feat: begin\n\nFrom the template.',
      actor: DANA,
      idempotencyKey: KEY,
      ...options,
    });

  async function listFiles(repository: FakeRepository) {
    const output = await repository.git(['ls-tree', '-r', 'main']);
    return output
      .trim()
      .split('\n')
      .map(line => `${line.slice(0, 6)} ${line.split('\t')[1]}`);
  }

  it('has all files in its first commit, by the actor', async () => {
    const { fake } = stage();
    const created = await withFiles(FILES, async directory => {
      await chmod(join(directory, 'src/main.ts'), 0o755);
      await symlink('main.ts', join(directory, 'src/link'));
      await mkdir(join(directory, 'nothing'));
      return create(directory);
    });
    const orders = fake.world.repositories[0];
    expect(await listFiles(orders)).toEqual([
      '100644 README.md',
      '100644 empty',
      '100644 image.png',
      '120000 src/link',
      '100755 src/main.ts',
    ]);
    const [first, ...others] = await orders.log(['main']);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      sha: created.commit,
      parents: [],
      author: DANA.signature,
      message: `feat: begin\n\nFrom the template.\n\nGroundwork-Task: ${KEY}`,
    });
    expect(orders).toMatchObject({
      description: 'Takes orders',
      isPrivate: true,
    });
    expect(created.repository).toMatchObject({
      ...NAME,
      host: 'ghe.example.com',
      description: 'Takes orders',
      defaultBranch: 'main',
      head: created.commit,
    });
    const repository = await stage().host.getRepository(NAME);
    expect(repository.head).toBe(created.commit);
  });

  it('is pushed to the default branch of the organization', async () => {
    const { fake } = stage();
    fake.world.newDefaultBranch = 'trunk';
    const { repository, commit } = await withFiles(FILES, create);
    expect(repository.defaultBranch).toBe('trunk');
    expect(await fake.world.repositories[0].resolve('trunk')).toBe(commit);
  });

  it('is answered again for the same key, also after later commits', async () => {
    const { fake } = stage();
    const first = await withFiles(FILES, create);
    await fake.world.repositories[0].push({ 'README.md': 'later' });
    await fake.world.repositories[0].push({ 'README.md': 'still later' });
    const again = await withFiles(FILES, create);
    expect(again.commit).toBe(first.commit);
    expect(fake.count('POST', /orgs/)).toBe(1);
    const other = await errorOf(
      withFiles(FILES, directory => create(directory, { idempotencyKey: 'x' })),
    );
    expect(other.name).toBe('ConflictError');
    expect(other.message).toBe(
      'There is already a repository acme/orders on ghe.example.com; choose another name',
    );
  });

  it('leaves a repository alone that somebody else is making', async () => {
    const { fake, host } = stage();
    const empty = await fake.world.addRepository('acme', 'orders');
    expect((await errorOf(withFiles(FILES, create))).name).toBe(
      'ConflictError',
    );
    empty.description = 'Takes orders [groundwork:another-task]';
    const error = await errorOf(withFiles(FILES, create));
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain('Another task is creating');
    expect(await empty.isEmpty()).toBe(true);
    expect((await errorOf(host.getRepository(NAME))).message).toContain(
      'is being created and has no files yet',
    );
    expect(await host.listRepositories()).toEqual([]);
  });

  it('is made once when every answer to a change is lost once', async () => {
    const { fake } = stage();
    const lost = new Set<string>();
    fake.fault = ({ method, path }) => {
      const key = `${method} ${path}`;
      if (method === 'GET' || /access_tokens/.test(path) || lost.has(key)) {
        return undefined;
      }
      lost.add(key);
      return { type: 'cut', isCarriedOut: true };
    };
    await withFiles(FILES, create);
    expect(lost.size).toBeGreaterThan(1);
    expect(fake.world.repositories).toHaveLength(1);
    const [orders] = fake.world.repositories;
    expect(await orders.log(['main'])).toHaveLength(1);
    expect(orders.description).toBe('Takes orders');
  });

  it('is made in spite of failures that end', async () => {
    const { fake } = stage();
    const left = new Map<string, number>();
    fake.fault = ({ method, path }) => {
      const key = `${method} ${path}`;
      const count = left.get(key) ?? 0;
      left.set(key, count + 1);
      return count === 0 ? outage(503) : undefined;
    };
    await withFiles(FILES, create);
    expect(await listFiles(fake.world.repositories[0])).toHaveLength(4);
  });

  it('is whole although its description cannot be put right', async () => {
    const { fake, host, logs } = stage();
    fake.fault = ({ method, path }) =>
      method === 'PATCH' && path === '/repos/acme/orders'
        ? outage(500)
        : undefined;
    const { repository } = await withFiles(FILES, create);
    expect(repository.description).toBe('Takes orders');
    expect(await host.listRepositories()).toEqual([
      expect.objectContaining({ description: 'Takes orders' }),
    ]);
    expect(logs.join()).toContain('is complete, but its description');
    fake.fault = () => undefined;
    await withFiles(FILES, create);
    expect(fake.world.repositories[0].description).toBe('Takes orders');
  });

  it('is finished by the next attempt after an outage', async () => {
    const { fake } = stage();
    fake.fault = ({ method, path }) =>
      method !== 'GET' && !/^\/(orgs|app)/.test(path) ? outage(500) : undefined;
    const error = await errorOf(withFiles(FILES, create));
    expect(error.name).toBe('ServiceUnavailableError');
    expect(fake.world.repositories).toHaveLength(1);
    expect(await stage().host.listRepositories()).toEqual([]);
    fake.fault = () => undefined;
    await withFiles(FILES, create);
    expect(await fake.world.repositories[0].log(['main'])).toHaveLength(1);
  });

  it('is told to who listens, once', async () => {
    const { events } = stage();
    const { commit } = await withFiles(FILES, create);
    await eventually(async () => expect(events).toHaveLength(2));
    expect(events).toEqual([
      expect.objectContaining({ type: 'repository', action: 'created' }),
      expect.objectContaining({
        type: 'push',
        isDefaultBranch: true,
        after: commit,
        changedPaths: expect.arrayContaining([
          { path: 'README.md', status: 'added' },
        ]),
      }),
    ]);
  });
});

describe('A repository in the making', () => {
  const stage = useStage();

  const create = (directory: string, name = 'orders') =>
    stage().host.createRepository({
      ...NAME,
      name,
      directory,
      message: 'feat: begin',
      actor: DANA,
      idempotencyKey: KEY,
    });

  it.each([
    ['..', 'InputError'],
    ['a/b', 'InputError'],
    ['orders.git', 'InputError'],
    ['my orders', 'InputError'],
  ])('is refused under the name %p', async (name, kind) => {
    const error = await errorOf(
      withFiles(FILES, directory => create(directory, name)),
    );
    expect(error.name).toBe(kind);
    expect(stage().fake.requests).toEqual([]);
  });

  it('is not begun when a link leads out of its files', async () => {
    const { fake } = stage();
    const error = await errorOf(
      withFiles(FILES, async directory => {
        await symlink('../../etc/passwd', join(directory, 'link'));
        return create(directory);
      }),
    );
    expect(error.name).toBe('InputError');
    expect(error.message).toContain("'link' leads out");
    expect(fake.requests).toEqual([]);
  });

  it('is taken back when its first commit is refused for good', async () => {
    const { fake } = stage();
    fake.world.refusesPushes = true;
    const error = await errorOf(withFiles(FILES, create));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain('GH013: Repository rule violations');
    expect(fake.world.repositories).toEqual([]);
  });

  it('is reported when it cannot be taken back', async () => {
    const { fake } = stage();
    fake.world.refusesPushes = true;
    fake.fault = ({ method }) =>
      method === 'DELETE'
        ? {
            type: 'answer',
            answer: {
              status: 403,
              body: { message: 'Must have admin rights to Repository.' },
            },
          }
        : undefined;
    const error = await errorOf(withFiles(FILES, create));
    expect(error.message).toContain('acme/orders on ghe.example.com was begun');
    expect(error.message).toContain('GH013');
    expect(error.message).toContain('Must have admin rights');
  });

  it('is not begun when the organization forbids it', async () => {
    stage().fake.fault = failing(1, ({ method }) => method === 'POST', {
      type: 'answer',
      answer: {
        status: 403,
        headers: {
          'x-accepted-github-permissions': 'organization_administration=write',
        },
        body: { message: 'Resource not accessible by integration' },
      },
    });
    const error = await errorOf(withFiles(FILES, create));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toBe(
      "ghe.example.com answered 403 to POST /orgs/acme/repos: Resource not accessible by integration. Give the portal's App or token: organization_administration=write",
    );
  });

  it('names the limit that stands in its way', async () => {
    stage().fake.fault = failing(
      1,
      ({ method }) => method === 'POST',
      primaryLimit(Date.now() + 1_800_000),
    );
    const error = await errorOf(withFiles(FILES, create));
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(
      /^ghe\.example\.com answers no more requests of the portal until \d\d:\d\d:\d\d UTC, in 3\d minutes: its limit of 5000 requests an hour is used up/,
    );
  });

  it('is pushed once the host of Git knows it', async () => {
    const { fake } = stage();
    fake.fault = failing(2, ({ path }) => /info\/refs$/.test(path), {
      type: 'answer',
      answer: { status: 404, body: 'Repository not found.' },
    });
    const { commit } = await withFiles(FILES, create);
    expect(fake.count('POST', /receive-pack$/)).toBe(1);
    expect(await fake.world.repositories[0].resolve('main')).toBe(commit);
  });

  it('is made through the API at once where Git is not served', async () => {
    const { fake } = stage();
    fake.fault = ({ path }) =>
      /info\/refs$/.test(path)
        ? { type: 'cut', isCarriedOut: false }
        : undefined;
    await withFiles(FILES, create);
    expect(fake.count('GET', /info\/refs$/)).toBe(1);
    expect(await fake.world.repositories[0].log(['main'])).toHaveLength(1);
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    stage().fake.fault = ({ path }) => {
      if (/receive-pack$/.test(path)) {
        controller.abort();
      }
      return undefined;
    };
    const error = await errorOf(
      withFiles(FILES, directory =>
        stage().host.createRepository({
          ...NAME,
          directory,
          message: 'feat: begin',
          actor: DANA,
          idempotencyKey: KEY,
          signal: controller.signal,
        }),
      ),
    );
    expect(error.name).toBe('AbortError');
  });

  it('shows the token to no command line', async () => {
    const seen: string[] = [];
    stage().fake.fault = async ({ path }) => {
      if (/receive-pack$/.test(path)) {
        seen.push(...(await listCommandLines()));
      }
      return undefined;
    };
    await withFiles(FILES, create);
    expect(seen.some(line => /^git\0push\0/.test(line))).toBe(true);
    expectNoSecrets(stage(), seen);
  });
});

async function listCommandLines(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map(id =>
      readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''),
    ),
  );
  return lines.filter(Boolean);
}
