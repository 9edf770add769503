import type { FakeRepository } from '../testing/FakeRepository';
import { errorOf, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };

describe('Revisions on GitHub', () => {
  const stage = useStage();
  let orders: FakeRepository;
  let first: string;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
    first = await orders.push({ a: '1' });
  });

  it('resolves branches, tags and commits', async () => {
    const { host } = stage();
    await orders.push({ a: '2' });
    await orders.push({ a: '3' }, { branch: 'feature/x', from: 'main' });
    await orders.git([
      '-c',
      'user.name=a',
      '-c',
      'user.email=b',
      'tag',
      '-a',
      '-m',
      'One',
      'v1',
      first,
    ]);
    const resolve = (revision?: string) =>
      host.resolveRevision({ ...NAME, revision });
    expect(await resolve('v1')).toBe(first);
    expect(await resolve(first)).toBe(first);
    expect(await resolve()).toBe(await resolve('main'));
    expect(await resolve('feature/x')).not.toBe(await resolve('main'));
    const error = await errorOf(resolve('gone'));
    expect(error.message).toBe(
      "There is no branch, tag or commit 'gone' in acme/orders on ghe.example.com",
    );
    expect((await errorOf(resolve('main:a'))).name).toBe('InputError');
  });

  it('splits a revision with slashes from its path', async () => {
    const { host } = stage();
    await orders.push({ a: '2' }, { branch: 'release/1.x', from: 'main' });
    await orders.push({ a: '3' }, { branch: 'beef/x', from: 'main' });
    const split = (rest: string) => host.splitRevision(NAME, rest);
    expect(await split('main/docs/a.md')).toMatchObject({
      revision: 'main',
      commit: first,
      path: 'docs/a.md',
    });
    expect(await split('release/1.x/docs/a.md')).toMatchObject({
      revision: 'release/1.x',
      path: 'docs/a.md',
    });
    expect(await split('beef/x/a')).toMatchObject({
      revision: 'beef/x',
      path: 'a',
    });
    expect(await split(`${first}/a`)).toMatchObject({
      revision: first,
      path: 'a',
    });
    expect(await split('')).toMatchObject({ revision: 'main', path: '' });
    expect((await errorOf(split('release/2.x/a'))).name).toBe('NotFoundError');
  });

  it('lists branches, and tags with the highest version first', async () => {
    for (const tag of ['v1.9.0', 'v1.10.0', 'v1.2.0']) {
      await orders.git(['tag', tag, first]);
    }
    await orders.push({ a: '2' }, { branch: 'next', from: 'main' });
    const { branches, tags } = await stage().host.listRefs(NAME);
    expect(branches.map(({ name }) => name)).toEqual(['main', 'next']);
    expect(tags).toEqual(
      ['v1.10.0', 'v1.9.0', 'v1.2.0'].map(name => ({ name, commit: first })),
    );
  });

  it('pages through history from where it began', async () => {
    const { host } = stage();
    for (let index = 2; index <= 5; index++) {
      await orders.push(
        { a: String(index) },
        { message: `Change ${index}\n\nWhy.` },
      );
    }
    const page = await host.listCommits({ ...NAME, limit: 3 });
    await orders.push({ a: 'late' });
    const rest = await host.listCommits({ ...NAME, cursor: page.nextCursor });
    expect([...page.items, ...rest.items].map(({ title }) => title)).toEqual([
      'Change 5',
      'Change 4',
      'Change 3',
      'Change 2',
      'Change files',
    ]);
    expect(rest.nextCursor).toBeUndefined();
    expect(page.items[0]).toMatchObject({
      parents: [page.items[1].id],
      author: { name: 'Somebody', email: 'somebody@example.com' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      body: 'Why.',
    });
    const cursor = 'main.1.1';
    const error = await errorOf(host.listCommits({ ...NAME, cursor }));
    expect(error.name).toBe('InputError');
  });

  it('lists only the commits that touched a path', async () => {
    await orders.push({ b: '1' }, { message: 'Add b' });
    await orders.push({ a: '2' });
    const { items } = await stage().host.listCommits({ ...NAME, path: 'b' });
    expect(items.map(({ title }) => title)).toEqual(['Add b']);
  });

  it('reads a commit by its whole id only', async () => {
    const { host } = stage();
    expect((await host.getCommit(NAME, first)).title).toBe('Change files');
    const error = await errorOf(host.getCommit(NAME, first.slice(0, 10)));
    expect(error.name).toBe('InputError');
    const gone = 'f'.repeat(40);
    expect((await errorOf(host.getCommit(NAME, gone))).name).toBe(
      'NotFoundError',
    );
  });
});
