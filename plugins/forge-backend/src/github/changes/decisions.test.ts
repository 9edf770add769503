import { eventually } from '../../__testUtils__/eventually';
import { failing } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import { DANA } from '../testing/startHost';
import { NAME, usePulls, VERA } from '../testing/usePulls';
import { errorOf } from '../testing/useStage';

describe('Decisions about changes on GitHub', () => {
  const { stage, repository, propose, openOnGithub } = usePulls('app');
  let orders: FakeRepository;
  let main: string;

  beforeEach(() => {
    ({ orders, main } = repository());
  });

  it('are merged with a merge commit that names who merged', async () => {
    const { host, events } = stage();
    const { number, head } = await propose();
    const merged = await host.mergeChange({
      ...NAME,
      number,
      expectedHead: head,
      actor: VERA,
    });
    expect(merged).toMatchObject({
      state: 'merged',
      head,
      mergeCommit: await orders.resolve('main'),
      endedBy: 'acme-portal[bot]',
    });
    expect(merged.mergeability).toBeUndefined();
    const [commit] = await orders.log(['main']);
    expect(commit.parents).toEqual([main, head]);
    expect(commit.message).toContain(
      'Merged-by: Vera *@acme/team* <vera@example.com>',
    );
    const again = await host.mergeChange({
      ...NAME,
      number,
      expectedHead: head,
      actor: VERA,
    });
    expect(again.mergeCommit).toBe(merged.mergeCommit);
    await eventually(async () =>
      expect(events).toContainEqual(
        expect.objectContaining({
          type: 'push',
          isDefaultBranch: true,
          before: main,
          after: merged.mergeCommit,
        }),
      ),
    );
  });

  it('are merged once when the answer was lost', async () => {
    const { host, fake } = stage();
    const { number, head } = await propose();
    fake.fault = failing(1, ({ method }) => method === 'PUT', {
      type: 'lie',
      answer: { status: 502, body: 'Bad gateway' },
    });
    const merged = await host.mergeChange({
      ...NAME,
      number,
      expectedHead: head,
      actor: DANA,
    });
    expect(merged.state).toBe('merged');
    expect(fake.count('PUT', /merge$/)).toBe(1);
  });

  it.each(['before', 'while'] as const)(
    'are not merged when the branch moves %s it is asked for',
    async when => {
      const { host, fake } = stage();
      const { number, head, sourceBranch } = await propose();
      const move = () => orders.push({ x: '1' }, { branch: sourceBranch });
      if (when === 'before') {
        await move();
      }
      fake.fault = async ({ method }) => {
        if (method === 'PUT') {
          await move();
        }
        return undefined;
      };
      const error = await errorOf(
        host.mergeChange({
          ...NAME,
          number,
          expectedHead: head,
          actor: DANA,
        }),
      );
      expect(error.name).toBe('ConflictError');
      expect(await orders.resolve('main')).toBe(main);
    },
  );

  it('that conflict say so and are not merged', async () => {
    const { host } = stage();
    const { number, head } = await propose();
    await orders.push({ 'a.md': 'other\n' });
    await host.getChange({ ...NAME, number });
    expect(await host.getChange({ ...NAME, number })).toMatchObject({
      mergeability: { state: 'conflicts', paths: [] },
    });
    const error = await errorOf(
      host.mergeChange({ ...NAME, number, expectedHead: head, actor: DANA }),
    );
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain('Pull Request is not mergeable');
  });

  it('are not merged otherwise where merge commits are forbidden', async () => {
    orders.allowsMergeCommits = false;
    const { number, head } = await propose();
    const error = await errorOf(
      stage().host.mergeChange({
        ...NAME,
        number,
        expectedHead: head,
        actor: DANA,
      }),
    );
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain('admits no merge commits');
  });

  it('are closed once, and not after they were merged', async () => {
    const { host, events } = stage();
    const { number, head } = await propose();
    const close = () => host.closeChange({ ...NAME, number, actor: DANA });
    expect(await close()).toMatchObject({ state: 'closed', head });
    expect(await close()).toMatchObject({ state: 'closed' });
    expect(events).toContainEqual(
      expect.objectContaining({ action: 'closed' }),
    );
    const other = await propose({
      title: 'Again',
      edits: [{ path: 'c', content: 'c' }],
    });
    await host.mergeChange({
      ...NAME,
      number: other.number,
      expectedHead: other.head,
      actor: DANA,
    });
    const error = await errorOf(
      host.closeChange({ ...NAME, number: other.number, actor: DANA }),
    );
    expect(error.message).toBe('Change 2 is merged');
  });

  it('are reviewed for the reviewer, and show the reviews made on GitHub', async () => {
    const { host } = stage();
    const pull = await openOnGithub();
    const { head, number } = await host.getChange({
      ...NAME,
      number: pull.number,
    });
    pull.reviews.push({
      id: 1,
      login: 'octodog',
      state: 'APPROVED',
      body: '',
      commit: head,
      at: '2026-11-24T00:00:00Z',
    });
    const change = await host.reviewChange({
      ...NAME,
      number,
      verdict: 'request-changes',
      comment: 'Why?',
      expectedHead: head,
      actor: VERA,
    });
    expect(change.reviews).toEqual([
      {
        author: 'octodog',
        verdict: 'approve',
        head,
        at: '2026-11-24T00:00:00Z',
      },
      {
        author: VERA.ref,
        verdict: 'request-changes',
        comment: 'Why?',
        head,
        at: expect.any(String),
      },
    ]);
    expect(pull.reviews[1].body).toContain(
      '_By Vera acmeteam, in the developer portal_',
    );
  });

  it('are reviewed once when the answer was lost', async () => {
    const { host, fake } = stage();
    const { number } = await openOnGithub();
    const { head } = await host.getChange({ ...NAME, number });
    fake.fault = failing(1, ({ method }) => method === 'POST', {
      type: 'lie',
      answer: { status: 500, body: { message: 'Server Error' } },
    });
    const change = await host.reviewChange({
      ...NAME,
      number,
      verdict: 'comment',
      expectedHead: head,
      actor: VERA,
    });
    expect(change.reviews).toHaveLength(1);
  });

  it('are not reviewed at another head than the one that was seen', async () => {
    const { host } = stage();
    const { number, sourceBranch, head } = await propose();
    await orders.push({ x: '1' }, { branch: sourceBranch });
    const error = await errorOf(
      host.reviewChange({
        ...NAME,
        number,
        verdict: 'comment',
        expectedHead: head,
        actor: VERA,
      }),
    );
    expect(error.name).toBe('ConflictError');
  });

  it('are approved on GitHub unless the portal was allowed to', async () => {
    const { host, fake, createHost } = stage();
    const pull = await openOnGithub();
    const { head } = await host.getChange({ ...NAME, number: pull.number });
    const approval = {
      ...NAME,
      number: pull.number,
      verdict: 'approve' as const,
      expectedHead: head,
      actor: VERA,
    };
    const error = await errorOf(host.reviewChange(approval));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain(
      `approve the change on GitHub: ${fake.world.baseUrl}`,
    );
    const allowed = createHost({ areApprovalsAllowed: true });
    const { reviews } = await allowed.reviewChange(approval);
    expect(reviews).toEqual([
      expect.objectContaining({ verdict: 'approve', author: VERA.ref }),
    ]);
  });

  it('of the portal itself are not judged by the portal', async () => {
    const host = stage().createHost({ areApprovalsAllowed: true });
    const { number, head } = await propose();
    for (const verdict of ['approve', 'request-changes'] as const) {
      const error = await errorOf(
        host.reviewChange({
          ...NAME,
          number,
          verdict,
          expectedHead: head,
          actor: VERA,
        }),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toContain(
        'lets no account judge its own pull request',
      );
    }
  });
});
