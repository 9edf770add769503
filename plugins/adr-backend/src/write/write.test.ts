import { component, LogBackend } from '../__testUtils__/LogBackend';

jest.setTimeout(60_000);

const MADR = (title: string, fields: string) =>
  `---\n${fields}\n---\n# ${title}\n\n## Context and Problem Statement\n\nWhy.\n\n## Decision Outcome\n\nChosen option: "A", because B.\n`;

const NYGARD = (number: number, title: string, status: string) =>
  `# ${number}. ${title}\r\n\r\nDate: 2024-01-01\r\n\r\n## Status\r\n\r\n${status}\r\n\r\n## Context\r\n\r\nWhy.\r\n\r\n## Decision\r\n\r\nA.\r\n`;

const DRAFT = {
  title: 'Use streams',
  format: 'madr-4',
  context: 'Queues are full.',
  options: [{ name: 'Streams' }, { name: 'Queues' }],
  outcome: 'Streams',
  reason: 'they keep what was said.',
  decisionMakers: ['Dana Okafor'],
  consulted: [],
  informed: [],
  tags: ['messaging'],
  affects: [],
};

const ORDERS = 'component:default/orders';
const today = new Date().toISOString().slice(0, 10);

describe('writing decisions', () => {
  let backend: LogBackend;

  afterEach(() => backend.stop());

  async function start(
    files: Record<string, string>,
    options: Parameters<typeof LogBackend.start>[0] = {},
  ) {
    backend = await LogBackend.start({
      entities: [component('orders')],
      ...options,
    });
    await backend.create('orders', { 'README.md': '# Orders', ...files });
    await backend.untilCount(
      Object.keys(files).filter(path => path.endsWith('.md')).length,
    );
  }

  const propose = (more: object = {}, user?: string) =>
    backend.post(
      '/decisions',
      { entityRef: ORDERS, draft: DRAFT, ...more },
      user,
    );

  async function read(path: string, revision = 'main') {
    const bytes = await backend.host.readBytes({
      namespace: 'acme',
      name: 'orders',
      path,
      revision,
    });
    return bytes.toString('utf8');
  }

  const change = (number: number) =>
    backend.host.getChange({ namespace: 'acme', name: 'orders', number });

  const changedFiles = async (number: number) => {
    const { files } = await backend.host.diffChange({
      namespace: 'acme',
      name: 'orders',
      number,
    });
    return files.map(({ path, additions, deletions }) => [
      path,
      additions,
      deletions,
    ]);
  };

  it('says where a new decision would go, and how the others are written', async () => {
    await start({
      'docs/adr/0007-a.md': NYGARD(7, 'A', 'Accepted'),
      'docs/adr/0008-b.md': NYGARD(8, 'B', 'Proposed'),
    });
    const { body } = await backend.get(
      '/entities/component/default/orders/place',
    );
    expect(body).toMatchObject({
      source: 'acme/orders',
      folder: 'docs/adr',
      isNew: false,
      naming: 'number',
      format: 'nygard',
      nextNumber: 9,
      mayPropose: true,
      supersedable: [{ title: 'A' }],
    });
  });

  it('opens a change with the first record of an entity', async () => {
    await start({});

    const { status, body } = await propose();

    expect([status, body.number, body.path]).toEqual([
      201,
      1,
      'docs/adr/0001-use-streams.md',
    ]);
    const { head, title, author } = await change(body.change);
    expect(title).toBe('ADR 0001: Use streams');
    expect(author).toBe('user:default/dana');
    expect(await read(body.path, head)).toContain('status: proposed');
    const { body: proposals } = await backend.get('/proposals');
    expect(proposals.items).toEqual([
      expect.objectContaining({ title: 'Use streams', change: body.change }),
    ]);
  });

  it('never gives one number to two people who propose at the same moment', async () => {
    await start({ 'docs/adr/0004-a.md': NYGARD(4, 'A', 'Accepted') });

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        propose(
          { draft: { ...DRAFT, title: `Decide on matter ${index}` } },
          index % 2 ? 'dana' : 'finn',
        ),
      ),
    );

    const numbers = answers.map(({ body }) => body.number).sort();
    expect(numbers).toEqual([10, 11, 12, 5, 6, 7, 8, 9]);
  });

  it('skips the numbers of open changes that were pushed by hand', async () => {
    await start({ 'docs/adr/0001-a.md': MADR('A', 'status: accepted') });
    const { head } = await backend.host.getRepository({
      namespace: 'acme',
      name: 'orders',
    });
    await backend.host.openChange({
      namespace: 'acme',
      name: 'orders',
      title: 'By hand',
      sourceBranch: 'by-hand',
      edits: [{ path: 'docs/adr/0002-b.md', content: '# B\n' }],
      baseCommit: head,
      actor: {
        ref: 'user:default/finn',
        signature: { name: 'Finn', email: 'finn@example.com' },
      },
    });

    const { body } = await propose();

    expect(body.path).toBe('docs/adr/0003-use-streams.md');
  });

  it('lets a number be taken by one of two processes only', async () => {
    await start({ 'docs/adr/0001-a.md': MADR('A', 'status: accepted') });
    const { head } = await backend.host.getRepository({
      namespace: 'acme',
      name: 'orders',
    });
    // What another process does between the look and the proposal of this one: it creates the branch of the number.
    await backend.host.openChange({
      namespace: 'acme',
      name: 'orders',
      title: 'Elsewhere',
      sourceBranch: 'adr/docs-adr/0002',
      edits: [{ path: 'somewhere-else.txt', content: 'x' }],
      baseCommit: head,
      actor: {
        ref: 'user:default/finn',
        signature: { name: 'Finn', email: 'finn@example.com' },
      },
    });

    const { body } = await propose();

    expect(body.number).toBe(3);
  });

  it('names a record by its day where the others are', async () => {
    await start({
      'docs/adr/20240101-a.md': MADR('A', 'status: accepted'),
      'docs/adr/20240202-b.md': MADR('B', 'status: accepted'),
    });
    const first = await propose();
    const second = await propose({ draft: { ...DRAFT, context: 'Again.' } });
    const day = today.replaceAll('-', '');
    expect(first.body.path).toBe(`docs/adr/${day}-use-streams.md`);
    expect(second.body.path).toBe(`docs/adr/${day}-use-streams-2.md`);
  });

  it('leaves the old decision in force until the new one is accepted, and then changes both in one commit', async () => {
    await start({
      'docs/adr/0003-use-queues.md': NYGARD(3, 'Use queues', 'Accepted'),
    });
    const old = await backend.idOf('orders', 'docs/adr/0003-use-queues.md');
    const proposed = await propose({
      draft: { ...DRAFT, format: 'nygard' },
      supersedes: [old],
    });
    expect(await changedFiles(proposed.body.change)).toHaveLength(1);
    await backend.merge('orders', proposed.body.change);
    const id = await backend.idOf('orders', 'docs/adr/0004-use-streams.md');
    const before = await backend.get(`/decisions/${old}`);
    expect(before.body).toMatchObject({ status: 'accepted', findings: [] });

    const accepted = await backend.post(`/decisions/${id}/transitions`, {
      status: 'accepted',
    });

    expect(accepted.status).toBe(201);
    expect(await changedFiles(accepted.body.change)).toEqual([
      ['docs/adr/0003-use-queues.md', 1, 1],
      ['docs/adr/0004-use-streams.md', 1, 1],
    ]);
    await backend.merge('orders', accepted.body.change);
    const after = await backend.until(async () => {
      const { body } = await backend.get(`/decisions/${old}`);
      return body.status === 'superseded' ? body : undefined;
    });
    expect(after.findings).toEqual([]);
    expect(await read('docs/adr/0003-use-queues.md')).toBe(
      NYGARD(
        3,
        'Use queues',
        'Superseded by [4. Use streams](0004-use-streams.md)',
      ),
    );
  });

  it('accepts a decision in the change that proposes it, with what it supersedes', async () => {
    await start({
      'docs/adr/0001-a.md': MADR('A', 'status: accepted\ndate: 2024-01-01'),
    });
    const old = await backend.idOf('orders', 'docs/adr/0001-a.md');
    const { body: proposed } = await propose({ supersedes: [old] });
    const { body: list } = await backend.get('/proposals');

    const accepted = await backend.post(
      `/proposals/${list.items[0].id}/transitions`,
      { status: 'accepted' },
    );

    expect(accepted.body.change).toBe(proposed.change);
    const { head } = await change(proposed.change);
    expect(await read('docs/adr/0002-use-streams.md', head)).toContain(
      'status: accepted',
    );
    expect(await read('docs/adr/0001-a.md', head)).toBe(
      MADR(
        'A',
        `status: superseded by [ADR-0002](0002-use-streams.md)\ndate: ${today}`,
      ),
    );
  });

  it.each([
    ['rejected', 'proposed', 'status: rejected'],
    ['deprecated', 'accepted', 'status: deprecated'],
  ])('makes a decision %s', async (verdict, before, after) => {
    await start({
      'docs/adr/0001-a.md': MADR(
        'A',
        `status: ${before} # asked\ndate: 2024-01-01`,
      ),
    });
    const id = await backend.idOf('orders', 'docs/adr/0001-a.md');

    const { body } = await backend.post(`/decisions/${id}/transitions`, {
      status: verdict,
    });

    const { head } = await change(body.change);
    expect(await read('docs/adr/0001-a.md', head)).toBe(
      MADR('A', `${after} # asked\ndate: ${today}`),
    );
  });

  it('lets an accepted decision replace another one later', async () => {
    await start({
      'docs/adr/0001-a.md': MADR('A', 'status: accepted\ndate: 2024-01-01'),
      'docs/adr/0002-b.md': MADR('B', 'status: accepted\ndate: 2024-02-01'),
      'docs/adr/0003-c.md': MADR('C', 'status: proposed\ndate: 2024-03-01'),
    });
    const [a, b, c] = await Promise.all(
      ['0001-a', '0002-b', '0003-c'].map(name =>
        backend.idOf('orders', `docs/adr/${name}.md`),
      ),
    );

    const early = await backend.post(`/decisions/${a}/transitions`, {
      status: 'superseded',
      successor: c,
    });
    const { body } = await backend.post(`/decisions/${a}/transitions`, {
      status: 'superseded',
      successor: b,
    });

    expect(early.status).toBe(400);
    expect(early.body.error.message).toMatch(/is proposed/);
    await backend.merge('orders', body.change);
    await backend.until(async () => {
      const { body: detail } = await backend.get(`/decisions/${b}`);
      return detail.links.some(
        (link: { statedBy: string }) => link.statedBy === 'both',
      )
        ? true
        : undefined;
    });
  });

  it('says why a verdict is impossible', async () => {
    await start({ 'docs/adr/0001-a.md': MADR('A', 'status: accepted') });
    const id = await backend.idOf('orders', 'docs/adr/0001-a.md');
    const { status, body } = await backend.post(
      `/decisions/${id}/transitions`,
      { status: 'rejected' },
    );
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      "'A' is accepted, so it cannot be rejected; only what is draft or proposed or unknown can",
    );
  });

  it('flags a number that landed twice, and renumbers the later record with the links to it', async () => {
    await start({ 'docs/adr/0001-a.md': MADR('A', 'status: accepted') });
    await new Promise(resolve => setTimeout(resolve, 1_100));
    await backend.push('orders', {
      'docs/adr/0001-b.md': NYGARD(1, 'B', 'Accepted'),
      'docs/adr/0002-c.md': `${MADR(
        'C',
        'status: accepted',
      )}\nSee [ADR-0001](0001-b.md).\n`,
    });
    await backend.untilCount(3);
    const first = await backend.idOf('orders', 'docs/adr/0001-a.md');
    const { body: flagged } = await backend.get(
      '/decisions?rule=number-duplicate',
    );
    expect(flagged.total).toBe(2);

    const { body } = await backend.post(`/decisions/${first}/renumber`, {});

    expect(body).toMatchObject({ path: 'docs/adr/0003-b.md', number: 3 });
    const { head } = await change(body.change);
    expect(await read('docs/adr/0003-b.md', head)).toContain('# 3. B\r\n');
    expect(await read('docs/adr/0002-c.md', head)).toContain(
      '[ADR-0003](0003-b.md)',
    );
    await backend.merge('orders', body.change);
    await backend.idOf('orders', 'docs/adr/0003-b.md');
    const old = await backend.get(
      '/decisions/resolve?address=acme/orders/-/docs/adr/0001-b.md',
    );
    expect(old.body).toMatchObject({
      type: 'moved',
      address: { path: 'docs/adr/0003-b.md' },
    });
  });
});
