import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileEdit } from '@groundwork/plugin-forge-node';
import {
  createOrders,
  createTestHost,
  DANA,
  FINN,
  ORDERS,
  type TestHost,
} from '../__testUtils__/createTestHost';

jest.setTimeout(60_000);

describe('a commit in the embedded host', () => {
  let forge: TestHost;
  let start: string;

  beforeEach(async () => {
    forge = await createTestHost();
    start = await createOrders(forge, {
      'README.md': '# Orders\n',
      'docs/index.md': 'Hello\n',
    });
    forge.events.length = 0;
  });

  afterEach(() => forge.remove());

  const commit = (
    edits: FileEdit[],
    options: Partial<Parameters<typeof forge.host.commit>[0]> = {},
  ) =>
    forge.host.commit({
      ...ORDERS,
      branch: 'main',
      expectedHead: start,
      message: 'Edit\n\nBecause.',
      edits,
      actor: DANA,
      ...options,
    });
  const files = async () =>
    (await forge.host.listFiles(ORDERS)).entries.map(({ path }) => path);

  it('writes, deletes and makes executable', async () => {
    const { id, title, body } = await commit([
      { path: 'docs/index.md' },
      { path: 'bin/run', content: Buffer.from([0, 1]), isExecutable: true },
      { path: 'README.md', content: '' },
    ]);
    expect({ title, body }).toEqual({ title: 'Edit', body: 'Because.' });
    expect(await files()).toEqual(['README.md', 'bin/run']);
    expect(
      await forge.host.readFile({ ...ORDERS, path: 'bin/run' }),
    ).toMatchObject({ isExecutable: true, size: 2 });
    expect(forge.events).toEqual([
      expect.objectContaining({
        type: 'push',
        before: start,
        after: id,
        changedPaths: [
          { path: 'README.md', status: 'modified' },
          { path: 'bin/run', status: 'added' },
          { path: 'docs/index.md', status: 'deleted' },
        ],
      }),
    ]);
  });

  it('keeps the mode of a file that is edited', async () => {
    const { id } = await commit([
      { path: 'run', content: 'a', isExecutable: true },
    ]);
    await commit([{ path: 'run', content: 'b' }], { expectedHead: id });
    expect(await forge.host.readFile({ ...ORDERS, path: 'run' })).toMatchObject(
      { text: 'b', isExecutable: true },
    );
  });

  it('puts a file where a directory was, when that is deleted', async () => {
    await commit([{ path: 'docs/index.md' }, { path: 'docs', content: 'x' }]);
    expect(await files()).toEqual(['README.md', 'docs']);
  });

  it('is refused when the branch has moved, and changes nothing', async () => {
    const { id } = await commit([{ path: 'a', content: 'a' }]);
    await expect(commit([{ path: 'b', content: 'b' }])).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect((await forge.host.getRepository(ORDERS)).head).toBe(id);
  });

  it('is answered again when it is repeated', async () => {
    const edits = [{ path: 'a', content: 'a' }];
    const first = await commit(edits);
    expect(await commit(edits)).toEqual(first);
    await expect(commit(edits, { actor: FINN })).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('wins once when several are made at the same moment', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        commit([{ path: `file-${index}`, content: 'x' }]),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
  });

  it.each<[FileEdit[], string]>([
    [[], 'InputError'],
    [[{ path: 'nothing' }], 'InputError'],
    [[{ path: '../x', content: 'x' }], 'InputError'],
    [[{ path: '/x', content: 'x' }], 'InputError'],
    [[{ path: 'docs/', content: 'x' }], 'InputError'],
    [[{ path: '', content: 'x' }], 'InputError'],
    [[{ path: '.git/hooks/post-receive', content: 'x' }], 'InputError'],
    [[{ path: 'x/.GIT/config', content: 'x' }], 'InputError'],
    [[{ path: 'git~1/config', content: 'x' }], 'InputError'],
    [[{ path: '.g\u200cit/config', content: 'x' }], 'InputError'],
    [[{ path: 'a\\b', content: 'x' }], 'InputError'],
    [[{ path: 'a\nb', content: 'x' }], 'InputError'],
    [[{ path: 'docs', content: 'x' }], 'InputError'],
    [[{ path: 'README.md/x', content: 'x' }], 'InputError'],
    [
      [
        { path: 'a', content: 'x' },
        { path: 'a', content: 'y' },
      ],
      'InputError',
    ],
    [
      [
        { path: 'a', content: 'x' },
        { path: 'a/b', content: 'y' },
      ],
      'InputError',
    ],
    [[{ path: 'README.md', content: '# Orders\n' }], 'ConflictError'],
  ])('of %j is refused', async (edits, name) => {
    await expect(commit(edits)).rejects.toMatchObject({ name });
    expect((await forge.host.getRepository(ORDERS)).head).toBe(start);
    expect(forge.events).toEqual([]);
  });

  it.each([
    [{ branch: 'nothing' }, 'NotFoundError'],
    [{ branch: 'HEAD' }, 'NotFoundError'],
    [{ branch: '../../x' }, 'NotFoundError'],
    [{ expectedHead: 'main' }, 'InputError'],
    [{ expectedHead: 'a'.repeat(40) }, 'NotFoundError'],
    [{ name: 'nothing' }, 'NotFoundError'],
  ])('on %j is refused', async (options, name) => {
    await expect(
      commit([{ path: 'a', content: 'a' }], options),
    ).rejects.toMatchObject({ name });
  });

  it('cannot be signed with what is no name', async () => {
    const { author, title } = await commit([{ path: 'a', content: 'a' }], {
      message: 'A\0B',
      actor: {
        ref: 'user:default/x',
        signature: { name: 'A <b>\nparent x', email: '"<>\n' },
      },
    });
    expect(author).toEqual({
      name: 'A bparent x',
      email: 'unknown@localhost',
    });
    expect(title).toBe('AB');
  });

  it('does not edit a link', async () => {
    const source = await mkdtemp(join(tmpdir(), 'forge-source-'));
    await writeFile(join(source, 'file'), 'x');
    await symlink('file', join(source, 'link'));
    const links = { namespace: 'acme', name: 'links' };
    const created = await forge.host.createRepository({
      ...links,
      directory: source,
      message: 'Begin',
      actor: DANA,
      idempotencyKey: 'links',
    });
    await rm(source, { recursive: true });
    for (const edit of [{ path: 'link' }, { path: 'link', content: 'x' }]) {
      await expect(
        commit([edit], { ...links, expectedHead: created.commit }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
  });
});
