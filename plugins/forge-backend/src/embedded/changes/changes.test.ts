import { DANA, FINN, ORDERS } from '../../__testUtils__/createTestHost';
import {
  startChanges,
  type TestChanges,
} from '../../__testUtils__/startChanges';

jest.setTimeout(60_000);

describe('changes of the embedded host', () => {
  let changes: TestChanges;

  beforeEach(async () => {
    changes = await startChanges();
  });
  afterEach(() => changes.close());

  it('are opened, updated, reviewed and merged', async () => {
    const opened = await changes.propose({ description: 'It was not clear.' });
    expect(opened).toMatchObject({
      number: 1,
      title: 'Name the organisation',
      state: 'open',
      author: DANA.ref,
      sourceBranch: 'change-name-the-organisation',
      targetBranch: 'main',
      base: changes.start,
      mergeability: { state: 'clean' },
      reviews: [],
      url: '/forge/acme/orders/-/changes/1',
    });

    const updated = await changes.host.updateChange({
      ...changes.at(1),
      title: 'Name Acme',
      edits: [{ path: 'docs/index.md', content: '# Docs\n' }],
      message: 'Add docs',
      expectedHead: opened.head,
      actor: DANA,
    });
    expect(updated.title).toBe('Name Acme');
    expect(updated.head).not.toBe(opened.head);
    const { files } = await changes.host.diffChange(changes.at(1));
    expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual([
      'modified README.md',
      'added docs/index.md',
    ]);

    const reviewed = await changes.host.reviewChange({
      ...changes.at(1),
      verdict: 'approve',
      comment: 'Good',
      expectedHead: updated.head,
      actor: FINN,
    });
    expect(reviewed.reviews).toEqual([
      expect.objectContaining({
        author: FINN.ref,
        verdict: 'approve',
        comment: 'Good',
        head: updated.head,
      }),
    ]);

    const merged = await changes.host.mergeChange({
      ...changes.at(1),
      expectedHead: updated.head,
      actor: FINN,
    });
    expect(merged).toMatchObject({ state: 'merged', endedBy: FINN.ref });
    const main = await changes.host.getRepository(ORDERS);
    expect(main.head).toBe(merged.mergeCommit);
    expect(await changes.host.getCommit(ORDERS, main.head!)).toMatchObject({
      title: 'Merge change 1: Name Acme',
      parents: [changes.start, updated.head],
      author: FINN.signature,
    });
    expect(changes.actions()).toEqual([
      '1 opened',
      '1 updated',
      '1 reviewed',
      '1 merged',
    ]);
    expect(
      changes.events.filter(
        event => event.type === 'push' && event.isDefaultBranch,
      ),
    ).toEqual([
      expect.objectContaining({
        before: changes.start,
        after: main.head,
        changedPaths: [
          { path: 'README.md', status: 'modified' },
          { path: 'docs/index.md', status: 'added' },
        ],
      }),
    ]);
  });

  it('are listed newest first, by state', async () => {
    await changes.propose();
    await changes.propose({ edits: [{ path: 'b', content: 'b' }] });
    await changes.host.closeChange({ ...changes.at(1), actor: DANA });
    const numbers = async (state?: 'open' | 'closed') =>
      (await changes.host.listChanges({ ...ORDERS, state })).map(
        ({ number }) => number,
      );
    expect(await numbers()).toEqual([2, 1]);
    expect(await numbers('open')).toEqual([2]);
    expect(await numbers('closed')).toEqual([1]);
  });

  it.each([
    ['no such branch', { edits: undefined, sourceBranch: 'nothing' }],
    ['no such target', { targetBranch: 'nothing' }],
    ['no such base', { baseCommit: 'a'.repeat(40) }],
  ])('need what they name: %s', async (_what, options) => {
    await expect(changes.propose(options)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await changes.host.listChanges(ORDERS)).toEqual([]);
    expect((await changes.host.listRefs(ORDERS)).branches).toHaveLength(1);
  });

  it.each([
    [{ edits: undefined }, 'InputError'],
    [{ edits: [] }, 'InputError'],
    [{ edits: undefined, sourceBranch: 'main' }, 'InputError'],
    [{ sourceBranch: '../../x' }, 'InputError'],
    [{ sourceBranch: '-f' }, 'InputError'],
    [{ sourceBranch: 'main' }, 'ConflictError'],
    [{ sourceBranch: 'main/x' }, 'ConflictError'],
    [
      { edits: [{ path: 'README.md', content: '# Orders\n' }] },
      'ConflictError',
    ],
  ])('cannot be opened with %j', async (options, name) => {
    await expect(changes.propose(options)).rejects.toMatchObject({ name });
    expect(await changes.host.listChanges(ORDERS)).toEqual([]);
  });

  it('are opened once when the same is proposed twice', async () => {
    const first = await changes.propose();
    const again = await changes.propose();
    expect(again.number).toBe(first.number);
    expect(changes.actions()).toEqual(['1 opened']);
    await expect(changes.propose({ actor: FINN })).resolves.toMatchObject({
      number: 2,
    });
  });

  it('get a number each when they are opened at the same moment', async () => {
    const opened = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        changes.propose({ edits: [{ path: `file-${index}`, content: 'x' }] }),
      ),
    );
    const numbers = opened.map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(opened.map(change => change.sourceBranch)).size).toBe(8);
  });

  it('are merged once by two at the same moment', async () => {
    const { head } = await changes.propose();
    const results = await Promise.allSettled(
      [DANA, FINN].map(actor =>
        changes.host.mergeChange({
          ...changes.at(1),
          expectedHead: head,
          actor,
        }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const { items } = await changes.host.listCommits(ORDERS);
    expect(items).toHaveLength(3);
  });

  it('answer the same merge twice', async () => {
    const { head } = await changes.propose();
    const merge = () => changes.merge({ number: 1, head });
    expect(await merge()).toEqual(await merge());
    expect(changes.actions()).toEqual(['1 opened', '1 merged']);
  });

  it('both go in when two of them touch other files', async () => {
    const heads = await Promise.all(
      ['a', 'b', 'c'].map(path =>
        changes.propose({ edits: [{ path, content: path }] }),
      ),
    );
    await Promise.all(
      heads.map(({ number, head }) => changes.merge({ number, head })),
    );
    const { entries } = await changes.host.readTree(ORDERS);
    expect(entries.map(({ name }) => name)).toEqual([
      'README.md',
      'a',
      'b',
      'c',
    ]);
  });

  it('are closed once, and then left alone', async () => {
    const { head } = await changes.propose();
    const closed = await changes.host.closeChange({
      ...changes.at(1),
      actor: FINN,
    });
    expect(closed).toMatchObject({ state: 'closed', endedBy: FINN.ref, head });
    expect(closed.mergeability).toBeUndefined();
    expect(
      await changes.host.closeChange({ ...changes.at(1), actor: FINN }),
    ).toEqual(closed);
    const ended = { name: 'ConflictError', message: /closed by/ };
    for (const action of [
      () => changes.host.closeChange({ ...changes.at(1), actor: DANA }),
      () => changes.merge({ number: 1, head }),
      () =>
        changes.host.updateChange({
          ...changes.at(1),
          title: 'x',
          actor: DANA,
        }),
      () =>
        changes.host.reviewChange({
          ...changes.at(1),
          verdict: 'comment',
          expectedHead: head,
          actor: DANA,
        }),
    ]) {
      await expect(action()).rejects.toMatchObject({
        name: ended.name,
        message: expect.stringMatching(ended.message),
      });
    }
    expect(changes.actions()).toEqual(['1 opened', '1 closed']);
  });

  it('are not there under another number', async () => {
    await expect(changes.host.getChange(changes.at(7))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
