import { DANA, FINN, ORDERS } from '../../__testUtils__/createTestHost';
import { commitFile, gitClient } from '../../__testUtils__/gitClient';
import {
  startChanges,
  type TestChanges,
} from '../../__testUtils__/startChanges';

jest.setTimeout(60_000);

describe('changes whose branches move', () => {
  let changes: TestChanges;

  beforeEach(async () => {
    changes = await startChanges();
  });
  afterEach(() => changes.close());

  it('propose a branch that was pushed', async () => {
    const directory = await changes.clone();
    await gitClient(['checkout', '-q', '-b', 'feature/x'], directory);
    await commitFile(directory, 'x', 'x');
    await changes.push(directory, ['feature/x']);
    const change = await changes.propose({
      edits: undefined,
      sourceBranch: 'feature/x',
    });
    expect(change).toMatchObject({
      sourceBranch: 'feature/x',
      mergeability: { state: 'clean' },
    });
  });

  it('say where they conflict, and are not merged', async () => {
    const { head } = await changes.propose();
    const { id } = await changes.commitTo('main', {
      path: 'README.md',
      content: '# Other\n',
    });
    expect((await changes.host.getChange(changes.at(1))).mergeability).toEqual({
      state: 'conflicts',
      paths: ['README.md'],
    });
    await expect(changes.merge({ number: 1, head })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('README.md'),
    });
    expect((await changes.host.getRepository(ORDERS)).head).toBe(id);
  });

  it('are neither merged nor reviewed at a head that has moved', async () => {
    const { head, sourceBranch } = await changes.propose();
    await changes.commitTo(sourceBranch, { path: 'more', content: 'x' });
    const moved = { name: 'ConflictError' };
    await expect(changes.merge({ number: 1, head })).rejects.toMatchObject(
      moved,
    );
    await expect(
      changes.host.reviewChange({
        ...changes.at(1),
        verdict: 'approve',
        expectedHead: head,
        actor: FINN,
      }),
    ).rejects.toMatchObject(moved);
    await expect(
      changes.host.updateChange({
        ...changes.at(1),
        edits: [{ path: 'README.md', content: 'x' }],
        expectedHead: head,
        actor: DANA,
      }),
    ).rejects.toMatchObject(moved);
    expect(changes.actions()).toEqual(['1 opened', '1 updated']);
  });

  it('know when they bring nothing', async () => {
    const { sourceBranch } = await changes.propose();
    const directory = await changes.clone();
    await changes.push(directory, [
      `+${changes.start}:refs/heads/${sourceBranch}`,
    ]);
    expect((await changes.host.getChange(changes.at(1))).mergeability).toEqual({
      state: 'empty',
    });
  });

  it('outlive their branch, and follow it when it comes back', async () => {
    const { head, sourceBranch } = await changes.propose();
    const directory = await changes.clone();
    await changes.push(directory, [`:${sourceBranch}`]);
    expect(await changes.host.getChange(changes.at(1))).toMatchObject({
      head,
      state: 'open',
      mergeability: { state: 'missing-source' },
    });
    await expect(changes.merge({ number: 1, head })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect((await changes.host.diffChange(changes.at(1))).files).toHaveLength(
      1,
    );
    expect(
      await changes.host.resolveRevision({ ...ORDERS, revision: head }),
    ).toBe(head);

    await commitFile(directory, 'again', 'x');
    await changes.push(directory, [`HEAD:refs/heads/${sourceBranch}`]);
    expect(await changes.host.getChange(changes.at(1))).toMatchObject({
      mergeability: { state: 'clean' },
    });
    expect(changes.actions()).toEqual(['1 opened', '1 updated']);
  });

  it.each([
    ['a merge', ['merge', '-q', '--no-ff', '-m', 'Merge by hand']],
    ['a fast-forward', ['merge', '-q', '--ff-only']],
  ])('are merged by %s that is pushed', async (_what, merge) => {
    const { head, sourceBranch } = await changes.propose();
    const directory = await changes.clone();
    await gitClient([...merge, `origin/${sourceBranch}`], directory);
    const { stdout } = await gitClient(['rev-parse', 'HEAD'], directory);
    await commitFile(directory, 'later', 'x');
    await changes.push(directory, ['main'], FINN.ref);
    expect(await changes.host.getChange(changes.at(1))).toMatchObject({
      state: 'merged',
      head,
      endedBy: FINN.ref,
      mergeCommit: stdout.trim(),
    });
    expect(changes.actions()).toEqual(['1 opened', '1 merged']);
  });

  it('follow a push, whose commits make reviews stale', async () => {
    const { head, sourceBranch } = await changes.propose();
    await changes.host.reviewChange({
      ...changes.at(1),
      verdict: 'approve',
      expectedHead: head,
      actor: FINN,
    });
    const directory = await changes.clone();
    await gitClient(['checkout', '-q', sourceBranch], directory);
    await commitFile(directory, 'more', 'x');
    await changes.push(directory, [sourceBranch]);
    const change = await changes.host.getChange(changes.at(1));
    expect(change.head).not.toBe(head);
    expect(change.reviews[0].head).toBe(head);
    expect((await changes.host.listChanges(ORDERS))[0].head).toBe(change.head);
    expect(changes.actions()).toEqual(['1 opened', '1 reviewed', '1 updated']);
  });

  it('finish a merge that a kill cut short after the branch had moved', async () => {
    const { head } = await changes.propose();
    const before = await gitClient(
      ['rev-parse', 'refs/groundwork/changes/1'],
      changes.bare,
    );
    const merged = await changes.host.mergeChange({
      ...changes.at(1),
      expectedHead: head,
      actor: FINN,
    });
    const log = await gitClient(
      [
        'log',
        '--first-parent',
        '--format=%H',
        `${before.stdout.trim()}..refs/groundwork/changes/1`,
      ],
      changes.bare,
    );
    const begun = log.stdout.trim().split('\n').at(-1)!;
    await gitClient(
      ['update-ref', 'refs/groundwork/changes/1', begun],
      changes.bare,
    );

    const later = await changes.restart();
    await later.host.catchUp();
    expect(await later.host.getChange(changes.at(1))).toMatchObject({
      state: 'merged',
      mergeCommit: merged.mergeCommit,
      endedBy: FINN.ref,
      head,
    });
  });
});
