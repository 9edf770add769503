import type { FileEdit } from '@groundwork/plugin-forge-node';
import { failing, outage } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import { DANA } from '../testing/startHost';
import { eventually } from '../../__testUtils__/eventually';
import { errorOf, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };

describe('A commit to a repository on GitHub', () => {
  const stage = useStage();
  let orders: FakeRepository;
  let head: string;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
    head = await orders.push({
      'a.md': 'one\n',
      'b.md': 'b\n',
      'dir/c.md': 'c',
    });
  });

  function commit(edits: FileEdit[], expectedHead = head, branch = 'main') {
    return stage().host.commit({
      ...NAME,
      branch,
      expectedHead,
      message: 'docs: say more',
      edits,
      actor: DANA,
    });
  }

  it('writes, changes and deletes files in one commit of the actor', async () => {
    const binary = Buffer.from([0, 1, 2, 255]);
    const made = await commit([
      { path: 'a.md', content: 'two\n' },
      { path: 'b.md' },
      { path: 'bin/run', content: '#!/bin/sh\n', isExecutable: true },
      { path: 'image.png', content: binary },
      { path: 'empty', content: '' },
    ]);
    expect(made).toMatchObject({
      parents: [head],
      author: DANA.signature,
      title: 'docs: say more',
    });
    expect(await orders.resolve('main')).toBe(made.id);
    const tree = await orders.git([
      'ls-tree',
      '-r',
      '--format=%(objectmode) %(path)',
      'main',
    ]);
    expect(tree.trim().split('\n')).toEqual([
      '100644 a.md',
      '100755 bin/run',
      '100644 dir/c.md',
      '100644 empty',
      '100644 image.png',
    ]);
    const id = (await orders.git(['rev-parse', 'main:image.png'])).trim();
    expect(await orders.readBlob(id)).toEqual(binary);
  });

  it('keeps a file executable that is edited', async () => {
    const { id } = await commit([
      { path: 'a.md', content: 'x', isExecutable: true },
    ]);
    await commit([{ path: 'a.md', content: 'y' }], id);
    expect(await orders.git(['ls-tree', 'main', 'a.md'])).toContain('100755');
  });

  it('is refused when the branch has moved', async () => {
    await orders.push({ 'a.md': 'faster' });
    const error = await errorOf(commit([{ path: 'a.md', content: 'two' }]));
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain("'main' has new commits");
  });

  it('is refused when the branch moves between look and write', async () => {
    const { fake } = stage();
    fake.fault = async ({ method }) => {
      if (method === 'PATCH') {
        await orders.push({ 'a.md': 'faster' });
      }
      return undefined;
    };
    const error = await errorOf(commit([{ path: 'a.md', content: 'two' }]));
    expect(error.name).toBe('ConflictError');
  });

  it('is made once when the same is asked twice', async () => {
    const edits = [{ path: 'a.md', content: 'two\n' }];
    const first = await commit(edits);
    expect(await commit(edits)).toEqual(first);
    expect(await orders.log(['main'])).toHaveLength(2);
  });

  it('is made once when the answer to it was lost', async () => {
    const { fake } = stage();
    let isLost = false;
    fake.fault = ({ method }) => {
      if (method === 'GET' || isLost) {
        return undefined;
      }
      isLost = method === 'PATCH';
      return method === 'PATCH'
        ? { type: 'cut', isCarriedOut: true }
        : undefined;
    };
    await commit([{ path: 'a.md', content: 'two\n' }]);
    expect(isLost).toBe(true);
    expect(await orders.log(['main'])).toHaveLength(2);
  });

  it('says that a ruleset forbids it, and what to do instead', async () => {
    orders.isProtected = true;
    const error = await errorOf(commit([{ path: 'a.md', content: 'two' }]));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain(
      'Changes must be made through a pull request',
    );
    expect(error.message).toContain('open a change instead');
  });

  it.each<[string, FileEdit[], RegExp]>([
    ['no edits', [], /no file was edited/],
    [
      'a file that is not there',
      [{ path: 'gone' }],
      /no file 'gone' to delete/,
    ],
    ['a directory', [{ path: 'dir', content: 'x' }], /'dir' is a directory/],
    [
      'a file as a directory',
      [{ path: 'a.md/b', content: 'x' }],
      /'a.md' is a file/,
    ],
    ['a path that leads out', [{ path: '../x', content: 'x' }], /not a path/],
    ["Git's own files", [{ path: '.git/config', content: 'x' }], /\.git/],
    [
      'the same file twice',
      [{ path: 'x', content: '1' }, { path: 'x' }],
      /edited twice/,
    ],
  ])('is refused with %s', async (_what, edits, message) => {
    const error = await errorOf(commit(edits));
    expect(error.name).toBe('InputError');
    expect(error.message).toMatch(message);
    expect(await orders.resolve('main')).toBe(head);
  });

  it('is refused when nothing would be different', async () => {
    const error = await errorOf(commit([{ path: 'a.md', content: 'one\n' }]));
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain('nothing to commit');
  });

  it('needs a branch that exists', async () => {
    const edits = [{ path: 'a.md', content: 'two' }];
    const error = await errorOf(commit(edits, head, 'gone'));
    expect(error.name).toBe('NotFoundError');
  });

  it('is made in spite of a short outage', async () => {
    const { fake } = stage();
    fake.fault = failing(2, ({ path }) => /trees$/.test(path), outage(502));
    await commit([{ path: 'a.md', content: 'two' }]);
    expect(await orders.log(['main'])).toHaveLength(2);
  });

  it('is told to who listens, with the paths', async () => {
    const { events } = stage();
    const { id } = await commit([
      { path: 'a.md', content: 'two' },
      { path: 'b.md' },
    ]);
    await eventually(async () => expect(events).toHaveLength(1));
    expect(events).toEqual([
      {
        type: 'push',
        host: 'ghe.example.com',
        ...NAME,
        ref: 'refs/heads/main',
        isDefaultBranch: true,
        before: head,
        after: id,
        changedPaths: [
          { path: 'a.md', status: 'modified' },
          { path: 'b.md', status: 'deleted' },
        ],
      },
    ]);
  });
});
