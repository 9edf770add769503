import { execFileSync } from 'node:child_process';
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
import { runGit } from '@groundwork/plugin-forge-node';
import {
  createTestHost,
  DANA,
  FINN,
  ORDERS,
  type TestHost,
} from '../../__testUtils__/createTestHost';

jest.setTimeout(60_000);

describe('creating a repository', () => {
  let forge: TestHost;
  let source: string;

  beforeEach(async () => {
    forge = await createTestHost();
    source = await mkdtemp(join(tmpdir(), 'forge-source-'));
    await writeFile(join(source, 'README.md'), '# Orders\n');
  });

  afterEach(async () => {
    await forge.remove();
    await rm(source, { recursive: true });
  });

  const create = (
    options: Partial<Parameters<typeof forge.host.createRepository>[0]> = {},
  ) =>
    forge.host.createRepository({
      ...ORDERS,
      directory: source,
      message: 'Begin',
      actor: DANA,
      idempotencyKey: 'task-1',
      ...options,
    });
  const leftovers = () => readdir(join(forge.directory, '.staging'));

  it('keeps files, modes and links, and says whose it is', async () => {
    await mkdir(join(source, 'a "b"/ü'), { recursive: true });
    await writeFile(join(source, 'a "b"/ü/.gitignore'), '*\n');
    await writeFile(join(source, 'run.sh'), '#!/bin/sh\n');
    await chmod(join(source, 'run.sh'), 0o755);
    await symlink('../run.sh', join(source, 'a "b"/link'));

    const { commit, repository } = await create({
      owner: 'group:default/payments',
      description: 'Takes orders',
      isExample: true,
    });

    expect(repository).toEqual({
      ...ORDERS,
      host: 'embedded',
      owner: 'group:default/payments',
      description: 'Takes orders',
      isExample: true,
      defaultBranch: 'main',
      head: commit,
      updatedAt: expect.stringMatching(/^\d{4}-/),
      url: '/forge/acme/orders',
      cloneUrl: '/forge/acme/orders',
    });
    const tree = await runGit(['ls-tree', '-r', '-z', commit], {
      cwd: join(forge.directory, 'acme/orders.git'),
    });
    expect(
      tree
        .split('\0')
        .filter(Boolean)
        .map(line => line.replace(/ blob [0-9a-f]+\t/, ' ')),
    ).toEqual([
      '100644 README.md',
      '120000 a "b"/link',
      '100644 a "b"/ü/.gitignore',
      '100755 run.sh',
    ]);
    expect(await forge.host.getCommit(ORDERS, commit)).toMatchObject({
      title: 'Begin',
      author: DANA.signature,
      parents: [],
    });
  });

  it('is told to listeners with its first push', async () => {
    const { commit } = await create();
    expect(forge.events).toEqual([
      { type: 'repository', action: 'created', host: 'embedded', ...ORDERS },
      {
        type: 'push',
        host: 'embedded',
        ...ORDERS,
        ref: 'refs/heads/main',
        isDefaultBranch: true,
        before: undefined,
        after: commit,
        changedPaths: [{ path: 'README.md', status: 'added' }],
      },
    ]);
  });

  it('answers the same key as before, and says nothing twice', async () => {
    const first = await create();
    await forge.host.commit({
      ...ORDERS,
      branch: 'main',
      expectedHead: first.commit,
      message: 'Go on',
      edits: [{ path: 'more', content: 'x' }],
      actor: FINN,
    });
    forge.events.length = 0;

    const second = await create();

    expect(second.commit).toBe(first.commit);
    expect(forge.events).toEqual([]);
  });

  it('refuses another key, and a name that differs in case only', async () => {
    await create();
    await expect(create({ idempotencyKey: 'task-2' })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('acme/orders'),
    });
    await expect(create({ name: 'Orders' })).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('lets one of several creators win', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        create({ idempotencyKey: `task-${index}` }),
      ),
    );
    const won = attempts.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(await leftovers()).toEqual([]);
  });

  it('lets one of two processes win', async () => {
    const other = await forge.restart();
    const attempts = await Promise.allSettled([
      create({ idempotencyKey: 'here' }),
      other.host.createRepository({
        ...ORDERS,
        directory: source,
        message: 'Begin',
        actor: DANA,
        idempotencyKey: 'there',
      }),
    ]);
    expect(
      attempts.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(1);
    expect(
      attempts.find(attempt => attempt.status === 'rejected')?.reason,
    ).toMatchObject({ name: 'ConflictError' });
  });

  it.each([
    ['/etc/passwd', 'out'],
    ['../outside', 'out'],
    ['here/../../outside', 'out'],
    ['loop/../outside', 'out'],
  ])('refuses a symbolic link to %s', async target => {
    await symlink('.', join(source, 'loop'));
    await symlink(target, join(source, 'link'));
    await expect(create()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("'link' leads out"),
    });
    expect(await forge.host.listRepositories()).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });

  it.each(['.git', 'nested/.git', 'nested/.GIT'])(
    'refuses a repository inside, at %s',
    async path => {
      await mkdir(join(source, path), { recursive: true });
      await expect(create()).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(path),
      });
    },
  );

  it.each(['.git', 'a\nb', 'a\\b', '.git.', '.g\u200cit', 'git~1'])(
    'refuses a file named %j',
    async name => {
      await writeFile(join(source, name), '');
      await expect(create()).rejects.toMatchObject({ name: 'InputError' });
    },
  );

  it('refuses what is neither file nor directory', async () => {
    execFileSync('mkfifo', [join(source, 'pipe')]);
    await expect(create()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("'pipe'"),
    });
  });

  it('refuses more bytes than a push may have', async () => {
    const small = await createTestHost({ maxBytes: 1000 });
    await writeFile(join(source, 'large'), Buffer.alloc(2000));
    await expect(
      small.host.createRepository({
        ...ORDERS,
        directory: source,
        message: 'Begin',
        actor: DANA,
        idempotencyKey: 'task-1',
      }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(await small.host.listRepositories()).toEqual([]);
    await small.remove();
  });

  it('refuses a namespace that is not configured, and names those that are', async () => {
    await expect(create({ namespace: 'other' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('acme, groundwork'),
    });
  });

  it('leaves nothing when it is cancelled', async () => {
    const controller = new AbortController();
    for (let index = 0; index < 300; index++) {
      await writeFile(join(source, `file-${index}`), Buffer.alloc(50_000));
    }
    const attempt = create({ signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
    expect(await forge.host.listRepositories()).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });

  it('waits until this process may write, and fails when it may not', async () => {
    const waiting = await createTestHost();
    await waiting.host.stop('Another process serves the repositories');
    await expect(
      waiting.host.createRepository({
        ...ORDERS,
        directory: source,
        message: 'Begin',
        actor: DANA,
        idempotencyKey: 'task-1',
      }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    await waiting.remove();
  });
});

describe('a hostile name', () => {
  let forge: TestHost;
  beforeAll(async () => {
    forge = await createTestHost();
  });
  afterAll(() => forge.remove());

  const names = [
    '..',
    '.',
    '',
    '../acme',
    'a/b',
    '.staging',
    '-rf',
    '--upload-pack=x',
    'a\0b',
    'a\nb',
    'a b',
    'orders.git',
    'orders.lock',
    'CON:',
    '%2e%2e',
    'é',
    'x'.repeat(65),
  ];

  it.each(names)('%j is neither read nor created', async hostile => {
    const unfit = { name: 'InputError' };
    for (const name of [
      { namespace: 'acme', name: hostile },
      { namespace: hostile, name: 'orders' },
    ]) {
      await expect(forge.host.getRepository(name)).rejects.toMatchObject(unfit);
      await expect(forge.host.listRefs(name)).rejects.toMatchObject(unfit);
      await expect(
        forge.host.createRepository({
          ...name,
          directory: tmpdir(),
          message: 'x',
          actor: DANA,
          idempotencyKey: 'x',
        }),
      ).rejects.toMatchObject(unfit);
    }
    expect(await readdir(forge.directory)).toEqual(['.staging']);
  });

  it('does not follow a symbolic link in the place of a repository', async () => {
    const outside = await createTestHost();
    await outside.host.createFromHistory({
      ...ORDERS,
      idempotencyKey: 'x',
      history: {
        commits: [
          { message: 'x', actor: DANA, edits: [{ path: 'a', content: 'b' }] },
        ],
      },
    });
    await mkdir(join(forge.directory, 'acme'), { recursive: true });
    await symlink(
      join(outside.directory, 'acme/orders.git'),
      join(forge.directory, 'acme/orders.git'),
    );
    await expect(forge.host.getRepository(ORDERS)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await forge.host.listRepositories()).toEqual([]);
    await outside.remove();
  });
});
