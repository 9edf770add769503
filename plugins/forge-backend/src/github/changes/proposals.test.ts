import { failing, outage } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import { DANA } from '../testing/startHost';
import { EDITS, NAME, usePulls, VERA } from '../testing/usePulls';
import { errorOf } from '../testing/useStage';

describe('Changes on GitHub', () => {
  const { stage, repository, propose, openOnGithub } = usePulls('token');
  let orders: FakeRepository;
  let main: string;

  beforeEach(() => {
    ({ orders, main } = repository());
  });

  it('are opened from edits, on a branch of their own, for who proposed them', async () => {
    const { host, fake, events } = stage();
    const change = await propose();
    expect(change).toMatchObject({
      number: 1,
      title: 'Say two, not one!',
      description: 'Because it is **two**.',
      state: 'open',
      author: DANA.ref,
      sourceBranch: 'change-say-two-not-one',
      targetBranch: 'main',
      base: main,
      mergeability: { state: 'unknown' },
      reviews: [],
      url: `${fake.world.baseUrl}/acme/orders/pull/1`,
    });
    const [commit] = await orders.log([change.head]);
    expect(commit).toMatchObject({ parents: [main], author: DANA.signature });
    expect(await host.getChange({ ...NAME, number: 1 })).toMatchObject({
      head: change.head,
      mergeability: { state: 'clean' },
    });
    expect(fake.world.pulls[0].body).toContain(
      '_By Dana Okafor, in the developer portal_',
    );
    expect(events).toEqual([
      expect.objectContaining({
        type: 'change',
        action: 'opened',
        number: 1,
      }),
    ]);
  });

  it('are known by another replica as those of who proposed them', async () => {
    await propose();
    const other = stage().createHost();
    const [change] = await other.listChanges(NAME);
    expect(change.author).toBe(DANA.ref);
  });

  it('are opened once when the same is asked twice, and when the answer was lost', async () => {
    const { fake } = stage();
    fake.fault = failing(
      1,
      ({ method, path }) => method === 'POST' && /pulls$/.test(path),
      {
        type: 'cut',
        isCarriedOut: true,
      },
    );
    const change = await propose();
    expect(await propose()).toMatchObject({ number: change.number });
    expect(fake.world.pulls).toHaveLength(1);
    const branches = (await orders.listRefs('refs/heads/')).map(
      ({ ref }) => ref,
    );
    expect(branches).toEqual([
      'refs/heads/change-say-two-not-one',
      'refs/heads/main',
    ]);
  });

  it('get a free name when the first one is taken', async () => {
    await propose();
    const edits = [{ path: 'a.md', content: 'three\n' }];
    expect((await propose({ edits })).sourceBranch).toBe(
      'change-say-two-not-one-2',
    );
    const error = await errorOf(propose({ edits, sourceBranch: 'main' }));
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain("already a branch 'main'");
  });

  it('are opened against an earlier commit of the target, and no other', async () => {
    await orders.push({ 'b.md': 'later' });
    const change = await propose({ baseCommit: main });
    expect(change.base).toBe(main);
    const other = await orders.push(
      { x: '1' },
      { branch: 'other', from: main },
    );
    const error = await errorOf(propose({ baseCommit: other, title: 'Other' }));
    expect(error.name).toBe('ConflictError');
  });

  it('are opened from a branch that exists', async () => {
    await orders.push({ 'b.md': 'c' }, { branch: 'feature/c', from: 'main' });
    const change = await propose({
      edits: undefined,
      sourceBranch: 'feature/c',
    });
    expect(change.sourceBranch).toBe('feature/c');
    const gone = await errorOf(
      propose({ edits: undefined, sourceBranch: 'gone' }),
    );
    expect(gone.name).toBe('NotFoundError');
    const none = await errorOf(propose({ edits: undefined }));
    expect(none.message).toBe('A change needs edits or the branch to merge');
    const target = await errorOf(propose({ targetBranch: 'gone' }));
    expect(target.name).toBe('NotFoundError');
  });

  it('leave no branch behind when GitHub refuses the pull request', async () => {
    const { fake } = stage();
    fake.fault = failing(
      1,
      ({ method, path }) => method === 'POST' && /pulls$/.test(path),
      {
        type: 'answer',
        answer: {
          status: 422,
          body: {
            message: 'Validation Failed',
            errors: [{ message: 'No.' }],
          },
        },
      },
    );
    const error = await errorOf(propose());
    expect(error.name).toBe('InputError');
    expect(error.message).toContain('Validation Failed; No.');
    expect(await orders.listRefs('refs/heads/change')).toEqual([]);
  });

  it('are listed newest first, by state', async () => {
    const { host, fake } = stage();
    await openOnGithub();
    await propose();
    const titles = async (state?: 'open' | 'closed' | 'merged') =>
      (await host.listChanges({ ...NAME, state })).map(({ title }) => title);
    expect(await titles()).toEqual(['Say two, not one!', 'Change b']);
    fake.world.pulls[0].state = 'closed';
    expect(await titles('open')).toEqual(['Say two, not one!']);
    expect(await titles('closed')).toEqual(['Change b']);
    expect(await titles('merged')).toEqual([]);
  });

  it('show what they change', async () => {
    const { number } = await propose();
    const { files, omittedFiles } = await stage().host.diffChange({
      ...NAME,
      number,
    });
    expect(omittedFiles).toBe(0);
    expect(files).toEqual([
      expect.objectContaining({ path: 'a.md', additions: 1, deletions: 1 }),
    ]);
  });

  it('believe a signature only from the portal itself', async () => {
    const { number } = await openOnGithub({
      body: `Mine\n\n---\n_By Dana, in the developer portal_\n<!-- groundwork:by ${DANA.ref} -->`,
    });
    const change = await stage().host.getChange({ ...NAME, number });
    expect(change.author).toBe('octocat');
    expect(change.description).toContain('groundwork:by');
  });

  it('cannot be signed for somebody else by what is typed', async () => {
    const description = `Hi <!-- groundwork:by user:default/admin -->`;
    const { number } = await propose({ description });
    const change = await stage().host.getChange({ ...NAME, number });
    expect(change).toMatchObject({ author: DANA.ref, description: 'Hi' });
  });

  it('get another title, description and commit, and keep their author', async () => {
    const { host, fake } = stage();
    const { number, head } = await propose();
    const change = await host.updateChange({
      ...NAME,
      number,
      title: 'Say three',
      description: 'No, three.',
      edits: [{ path: 'a.md', content: 'three\n' }],
      message: 'Say three',
      expectedHead: head,
      actor: VERA,
    });
    expect(change).toMatchObject({
      title: 'Say three',
      description: 'No, three.',
      author: DANA.ref,
    });
    expect((await orders.log([change.head]))[0].parents).toEqual([head]);
    const stale = await errorOf(
      host.updateChange({
        ...NAME,
        number,
        edits: EDITS,
        expectedHead: head,
        actor: DANA,
      }),
    );
    expect(stale.name).toBe('ConflictError');
    expect(fake.world.pulls[0].body?.match(/groundwork:by/g)).toHaveLength(1);
  });

  it('from a fork are told apart, and not written to', async () => {
    const { number } = await openOnGithub({ fork: 'stranger/orders' });
    const change = await stage().host.getChange({ ...NAME, number });
    expect(change.sourceBranch).toBe('stranger:feature/c');
    const error = await errorOf(
      stage().host.updateChange({
        ...NAME,
        number,
        edits: EDITS,
        actor: DANA,
      }),
    );
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain('is in a fork');
  });

  it('that are not there are not found', async () => {
    const error = await errorOf(stage().host.getChange({ ...NAME, number: 9 }));
    expect(error.message).toBe(
      'There is no change 9 in acme/orders on ghe.example.com',
    );
  });

  it('show the account when GitHub does not tell who the portal is', async () => {
    const { fake, createHost, logs } = stage();
    await propose();
    const other = createHost();
    fake.fault = ({ path }) => (path === '/user' ? outage(500) : undefined);
    const [change] = await other.listChanges(NAME);
    expect(change.author).toBe('portal');
    expect(logs.join()).toContain('does not tell who the portal is');
  });
});

describe('Changes that an App opened on GitHub', () => {
  const { stage, propose } = usePulls('app');

  it('are known by another replica as those of who proposed them', async () => {
    await propose();
    const [change] = await stage().createHost().listChanges(NAME);
    expect(change.author).toBe(DANA.ref);
    expect(stage().fake.world.pulls[0].login).toBe('acme-portal[bot]');
  });
});
