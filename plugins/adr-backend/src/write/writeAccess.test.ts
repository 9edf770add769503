import { component, LogBackend } from '../__testUtils__/LogBackend';

jest.setTimeout(60_000);

const ORDERS = 'component:default/orders';

const PROPOSED = `---
status: proposed
---
# A

## Context and Problem Statement

Why.

## Decision Outcome

Chosen option: "A", because B.
`;

const DRAFT = {
  title: 'Use streams',
  format: 'madr-4',
  context: 'Queues are full.',
  options: [],
  outcome: 'Streams',
  decisionMakers: [],
  consulted: [],
  informed: [],
  tags: [],
  affects: [],
};

describe('who may write decisions', () => {
  let backend: LogBackend;

  afterEach(() => backend.stop());

  async function start(options: Parameters<typeof LogBackend.start>[0] = {}) {
    backend = await LogBackend.start({
      entities: [component('orders')],
      ...options,
    });
    await backend.create('orders', {
      'README.md': '# Orders',
      'docs/adr/0001-a.md': PROPOSED,
    });
    await backend.untilCount(1);
  }

  const propose = (more: object = {}, user?: string) =>
    backend.post(
      '/decisions',
      { entityRef: ORDERS, draft: DRAFT, ...more },
      user,
    );

  it('admits only those who may propose, decide, and change the repository', async () => {
    await start({
      personas: {
        vera: { denied: ['adr.decision.propose'] },
        rita: { denied: ['forge.repository.propose'] },
        finn: { decidesFor: ['group:default/checkout'] },
        pia: { decidesFor: ['group:default/payments'] },
        noa: { hidden: [ORDERS] },
      },
    });
    const id = await backend.idOf('orders', 'docs/adr/0001-a.md');
    const accept = (user: string) =>
      backend.post(
        `/decisions/${id}/transitions`,
        { status: 'accepted' },
        user,
      );

    expect((await propose({}, 'vera')).status).toBe(403);
    expect((await propose({}, 'rita')).status).toBe(403);
    expect((await propose({}, 'noa')).status).toBe(404);
    expect((await accept('finn')).status).toBe(403);
    expect((await accept('noa')).status).toBe(404);
    expect((await accept('pia')).status).toBe(201);
    const place = await backend.get(
      '/entities/component/default/orders/place',
      'rita',
    );
    expect(place.body).toMatchObject({
      mayPropose: false,
      reason: 'Your role may not propose changes of acme/orders.',
    });
  });

  it.each([
    [{ draft: { ...DRAFT, title: '' } }],
    [{ draft: { ...DRAFT, format: 'word' } }],
    [{ entityRef: 'component:default/orders', url: 'https://example.com' }],
    [{ path: '../../etc' }],
    [{ date: '1999-01-01' }],
    [{ supersedes: ['0123456789abcdef01234567'] }],
  ])('refuses the proposal %j', async more => {
    await start();
    expect((await propose(more)).status).toBe(400);
  });
});
