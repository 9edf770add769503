import { mockCredentials } from '@backstage/backend-test-utils';
import { component, LogBackend } from './__testUtils__/LogBackend';

jest.setTimeout(60_000);

const record = (title: string, fields: string, body = '') =>
  `---\n${fields}\n---\n# ${title}\n\n## Context and Problem Statement\n\nOrders wait. ${body}\n\n## Decision Outcome\n\nChosen option: "${title}", because it works.\n`;

const ORDERS = {
  'docs/adr/0001-use-Postgres.md': record(
    'Use Postgres',
    'status: accepted\ndate: 2024-05-15\ntags: [storage]',
    '![plan](img/plan.png) ![rest](../other/rest.svg)',
  ),
  'docs/adr/0002-use-queues.md': record(
    'Use queues',
    'status: superseded by ADR-0003\ndate: 2024-06-01',
  ),
  'docs/adr/0003-use-streams.md': record(
    'Use streams',
    'status: accepted\ndate: 2025-01-02\nsupersedes: [0002-use-queues.md]',
  ),
  'docs/adr/img/plan.png': 'picture',
  'docs/other/rest.svg': '<svg/>',
  'docs/secret.txt': 'secret',
  'README.md': '# Orders',
};

describe('the decision log', () => {
  let backend: LogBackend;

  afterEach(() => backend.stop());

  async function start(options: Parameters<typeof LogBackend.start>[0] = {}) {
    backend = await LogBackend.start({
      entities: [component('orders', { system: 'system:default/shop' })],
      ...options,
    });
    await backend.create('orders', ORDERS);
  }

  it('finds the records of a catalogued repository and says everything about one', async () => {
    await start();
    await backend.untilCount(3);

    const id = await backend.idOf('orders', 'docs/adr/0003-use-streams.md');
    const { body } = await backend.get(`/decisions/${id}`);

    expect(body).toMatchObject({
      source: 'acme/orders',
      path: 'docs/adr/0003-use-streams.md',
      number: 3,
      title: 'Use streams',
      status: 'accepted',
      date: '2025-01-02',
      entityRef: 'component:default/orders',
      ownerRef: 'group:default/payments',
      systemRef: 'system:default/shop',
      chosenOption: 'Use streams',
      findings: [],
      links: [
        {
          type: 'supersedes',
          path: 'docs/adr/0002-use-queues.md',
          statedBy: 'both',
        },
      ],
      viewUrl: '/forge/acme/orders/-/blob/main/docs/adr/0003-use-streams.md',
      editUrl: '/forge/acme/orders/-/edit/main/docs/adr/0003-use-streams.md',
      access: { propose: true, decide: true },
    });
  });

  it('lists with facets, words and order, and keeps the case of paths', async () => {
    await start();
    await backend.untilCount(3);

    const { body } = await backend.get('/decisions?status=accepted&q=postgr');

    expect(body.items.map((item: { path: string }) => item.path)).toEqual([
      'docs/adr/0001-use-Postgres.md',
    ]);
    expect(body.facets.status).toEqual([{ value: 'accepted', count: 1 }]);
    expect(body.facets.tag).toEqual([{ value: 'storage', count: 1 }]);
    const all = await backend.get('/decisions?status=superseded');
    expect(all.body.facets.status).toEqual([
      { value: 'accepted', count: 2 },
      { value: 'superseded', count: 1 },
    ]);
  });

  it('reads many new records at once, and a few one by one', async () => {
    backend = await LogBackend.start({ entities: [component('orders')] });
    const many = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [
        `docs/adr/000${index + 1}-ä ${index}.md`,
        record(`Grüße ${index}`, 'status: accepted\ndate: 2024-05-15'),
      ]),
    );
    await backend.create('orders', { ...many, 'docs/adr/notes.txt': 'x' });
    await backend.untilCount(7);
    await backend.push('orders', {
      'docs/adr/0008-last.md': record('Last', 'status: proposed'),
    });
    await backend.untilCount(8);

    const id = await backend.idOf('orders', 'docs/adr/0003-ä 2.md');
    const { body } = await backend.get(`/decisions/${id}`);
    expect(body).toMatchObject({ title: 'Grüße 2', status: 'accepted' });
    expect(body.text).toBe(many['docs/adr/0003-ä 2.md']);
  });

  it('follows a push within seconds', async () => {
    await start();
    await backend.untilCount(3);
    const start_ = Date.now();

    await backend.push('orders', {
      'docs/adr/0004-use-caches.md': record('Use caches', 'status: draft'),
    });
    await backend.untilCount(4);

    expect(Date.now() - start_).toBeLessThan(5_000);
  });

  it('leads from the old address of a renamed record to the new one', async () => {
    await start();
    await backend.untilCount(3);

    await backend.push('orders', {
      'docs/adr/0001-use-Postgres.md': undefined,
      'docs/adr/0001-keep-in-postgres.md':
        ORDERS['docs/adr/0001-use-Postgres.md'],
    });
    await backend.idOf('orders', 'docs/adr/0001-keep-in-postgres.md');
    await backend.push('orders', {
      'docs/adr/0001-keep-in-postgres.md': undefined,
      'docs/adr/0001-postgres.md': record(
        'Use Postgres',
        'status: accepted\ndate: 2024-05-16',
      ),
    });
    await backend.idOf('orders', 'docs/adr/0001-postgres.md');

    const address = 'acme/orders/-/docs/adr/0001-use-Postgres.md';
    const { body } = await backend.get(`/decisions/resolve?address=${address}`);
    expect(body).toEqual({
      type: 'moved',
      address: { source: 'acme/orders', path: 'docs/adr/0001-postgres.md' },
    });
  });

  it('leads from a number to its record, or to all that have it', async () => {
    await start();
    await backend.untilCount(3);
    await backend.push('orders', {
      'docs/adr/0003-use-tables.md': record('Use tables', 'status: draft'),
    });
    await backend.untilCount(4);

    const one = await backend.get('/decisions/resolve?address=acme/orders/-/2');
    const two = await backend.get('/decisions/resolve?address=acme/orders/-/3');

    expect(one.body).toMatchObject({
      type: 'moved',
      address: { path: 'docs/adr/0002-use-queues.md' },
    });
    expect(two.body.type).toBe('several');
    expect(two.body.items).toHaveLength(2);
  });

  it('keeps what it read last, and says why, when a repository is gone', async () => {
    await start();
    await backend.untilCount(3);

    await backend.host.remove({ namespace: 'acme', name: 'orders' });
    const source = await backend.until(async () => {
      const { body } = await backend.get('/sources');
      return body.items[0];
    });

    expect(source).toMatchObject({
      source: 'acme/orders',
      readAt: expect.stringMatching(/^\d{4}-/),
      error: expect.stringContaining('acme/orders'),
    });
    const { body } = await backend.get('/decisions');
    expect(body.total).toBe(3);
  });

  it('shows pictures of the repository by their place only', async () => {
    await start();
    const id = await backend.idOf('orders', 'docs/adr/0001-use-Postgres.md');

    const [first, second, third] = await Promise.all(
      [0, 1, 2].map(index => backend.get(`/decisions/${id}/images/${index}`)),
    );
    const named = await backend.get(
      `/decisions/${id}/images/${encodeURIComponent('../secret.txt')}`,
    );

    expect(first.body.toString()).toBe('picture');
    expect(first.headers['content-type']).toBe('image/png');
    expect(second.headers['content-security-policy']).toContain('sandbox');
    expect(third.status).toBe(404);
    expect(named.status).toBe(400);
  });

  it('finds a folder that an entity names, and refuses one of another repository', async () => {
    await start({
      entities: [
        component('orders', {
          annotations: {
            'backstage.io/adr-location':
              'records, https://forge.groundwork.internal/acme/secrets/-/tree/main/docs/adr',
          },
        }),
      ],
    });
    await backend.create('secrets', ORDERS);
    await backend.push('orders', {
      'records/2024-05-15-sell-less.md': record('Sell less', 'status: draft'),
    });

    const { body } = await backend.untilCount(4);

    expect(
      new Set(body.items.map((item: { source: string }) => item.source)),
    ).toEqual(new Set(['acme/orders']));
  });

  it('gives each folder of a monorepo to the entity that is at home there', async () => {
    await start({
      entities: [
        component('platform', { kind: 'System', repository: 'acme/orders' }),
        component('billing', {
          repository: 'acme/orders',
          directory: 'services/billing/',
          system: 'system:default/platform',
        }),
      ],
    });
    await backend.push('orders', {
      'services/billing/docs/adr/0001-a.md': record('A', 'status: draft'),
    });
    await backend.untilCount(4);

    const { body } = await backend.get(
      '/entities/component/default/billing/decisions',
    );

    expect(body.own.map((item: { title: string }) => item.title)).toEqual([
      'A',
    ]);
    expect(body.inherited).toHaveLength(3);
  });

  it('draws what superseded what', async () => {
    await start();
    await backend.untilCount(3);
    const { body } = await backend.get(
      '/decisions/graph?system=system:default/shop',
    );
    const titles = new Map(
      body.nodes.map((node: { id: string; title: string }) => [
        node.id,
        node.title,
      ]),
    );
    expect(
      body.edges.map((edge: { from: string; to: string; type: string }) => [
        titles.get(edge.from),
        edge.type,
        titles.get(edge.to),
      ]),
    ).toEqual([['Use streams', 'supersedes', 'Use queues']]);
  });

  it('refuses whoever has not signed in, and answers other plugins only about documents', async () => {
    await start();
    await backend.untilCount(3);
    const service = mockCredentials.service.header();

    expect(
      (await backend.getAs(mockCredentials.none.header(), '/decisions')).status,
    ).toBe(401);
    expect((await backend.get('/documents')).status).toBe(403);
    const { body } = await backend.getAs(service, '/documents');
    expect(body.items).toHaveLength(3);
    expect(body.items[0].text).toContain('# ');
  });

  it('writes a feed that a reader of feeds understands', async () => {
    await start();
    await backend.untilCount(3);
    const atom = await backend.get('/feed');
    const json = await backend.get('/feed?type=json&status=accepted');
    expect(atom.headers['content-type']).toContain('application/atom+xml');
    expect(atom.text ?? atom.body.toString()).toContain(
      '<link href="http://localhost:7007/decisions/acme/orders/-/docs/adr/0003-use-streams.md"/>',
    );
    expect(JSON.parse(json.text ?? json.body).items).toHaveLength(2);
  });

  it.each([
    '/decisions?sort=size',
    '/decisions?limit=-1',
    '/decisions?url=https://example.com',
    '/decisions/..%2Fetc%2Fpasswd',
    '/decisions/0123',
    '/decisions/graph?path=/etc',
    '/decisions?month=2024',
  ])('refuses %s', async path => {
    await start();
    expect((await backend.get(path)).status).toBe(400);
  });
});

describe('two people with different rights', () => {
  let backend: LogBackend;

  afterEach(() => backend.stop());

  it('never shows a decision of an entity that somebody may not read', async () => {
    backend = await LogBackend.start({
      entities: [
        component('orders', { system: 'system:default/shop' }),
        component('fraud', { system: 'system:default/shop' }),
      ],
      personas: { vera: { hidden: ['component:default/fraud'] } },
    });
    await backend.create('orders', ORDERS);
    await backend.create('fraud', {
      'docs/adr/0001-score-buyers.md': record(
        'Score buyers',
        'status: accepted\ndate: 2024-01-01',
        'Because of https://forge.groundwork.internal/acme/orders/-/blob/main/docs/adr/0003-use-streams.md. Supersecretword.',
      ).replace(
        'Because of https://forge.groundwork.internal/acme/orders/-/blob/main/docs/adr/0003-use-streams.md',
        'See [it](https://forge.groundwork.internal/acme/orders/-/blob/main/docs/adr/0003-use-streams.md)',
      ),
    });
    await backend.untilCount(4);
    const id = await backend.idOf('fraud', 'docs/adr/0001-score-buyers.md');
    const streams = await backend.idOf(
      'orders',
      'docs/adr/0003-use-streams.md',
    );

    const answers = await Promise.all(
      [
        '/decisions',
        '/decisions?q=supersecretword',
        '/decisions?system=system:default/shop',
        '/decisions/graph?system=system:default/shop&relates=true',
        '/decisions/timeline',
        `/decisions/${streams}`,
        '/entities/component/default/orders/decisions',
        '/feed',
        '/proposals',
        '/waiting',
        '/sources',
      ].map(path => backend.get(path, 'vera')),
    );
    const texts = answers.map(answer => answer.text ?? answer.body.toString());
    for (const text of texts) {
      expect(text).not.toMatch(/score|fraud|supersecret/i);
    }
    for (const path of [
      `/decisions/${id}`,
      `/decisions/${id}/history`,
      `/decisions/${id}/images/0`,
      '/decisions/resolve?address=acme/fraud/-/docs/adr/0001-score-buyers.md',
      '/decisions/resolve?address=acme/fraud/-/1',
      '/entities/component/default/fraud/decisions',
      '/entities/component/default/fraud/place',
    ]) {
      expect((await backend.get(path, 'vera')).status).toBe(404);
    }
    const linked = await backend.get(`/decisions/${streams}`);
    expect(linked.body.links).toHaveLength(2);
  });
});
