import { outage } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import { useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };
const PLACE = { host: 'ghe.example.com', ...NAME };

describe('Polling GitHub', () => {
  const stage = useStage();
  let orders: FakeRepository;
  let head: string;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
    head = await orders.push({ 'a.md': 'one', 'b.md': 'b' });
  });

  it('only learns what there is at first', async () => {
    await stage().host.poll();
    expect(stage().events).toEqual([]);
  });

  it('notices a push to a default branch, with what is different', async () => {
    const { host, events } = stage();
    await host.poll();
    const after = await orders.push({
      'a.md': 'two',
      'c.md': 'c',
      'b.md': null,
    });
    await host.poll();
    await host.poll();
    expect(events).toEqual([
      {
        type: 'push',
        ...PLACE,
        ref: 'refs/heads/main',
        isDefaultBranch: true,
        before: head,
        after,
        changedPaths: [
          { path: 'a.md', status: 'modified' },
          { path: 'c.md', status: 'added' },
          { path: 'b.md', status: 'deleted' },
        ],
      },
    ]);
  });

  it('notices a push that goes back', async () => {
    const { host, events } = stage();
    const second = await orders.push({ 'a.md': 'two' });
    await host.poll();
    await orders.moveRef('refs/heads/main', head);
    await host.poll();
    await orders.moveRef('refs/heads/main', second);
    await host.poll();
    expect(events.map(event => 'after' in event && event.after)).toEqual([
      head,
      second,
    ]);
  });

  it('notices repositories that come and go', async () => {
    const { host, fake, events } = stage();
    await host.poll();
    const basket = await fake.world.addRepository('acme', 'basket');
    const after = await basket.push({ x: '1' });
    await host.poll();
    expect(events).toEqual([
      { type: 'repository', ...PLACE, name: 'basket', action: 'created' },
      expect.objectContaining({ type: 'push', name: 'basket', after }),
    ]);
    fake.world.repositories.splice(0, 1);
    for (let poll = 0; poll < 15; poll++) {
      await host.poll();
    }
    expect(events.slice(2)).toEqual([
      { type: 'repository', ...PLACE, action: 'removed' },
    ]);
  });

  it('asks one question while nothing happens, which GitHub does not count', async () => {
    const { host, fake } = stage();
    orders.pushedAt = '2026-01-01T00:00:00Z';
    await host.poll();
    await host.poll();
    const before = fake.requests.length;
    await host.poll();
    expect(fake.requests.slice(before)).toEqual([
      expect.objectContaining({ path: '/orgs/acme/repos', status: 304 }),
    ]);
  });

  it('catches up after an outage', async () => {
    const { host, fake, events, logs } = stage();
    await host.poll();
    fake.fault = () => outage(502);
    await orders.push({ 'a.md': 'two' });
    await host.poll();
    expect(logs.join()).toContain('Pushes to acme were not looked for');
    fake.fault = () => undefined;
    await host.poll();
    expect(events).toHaveLength(1);
  });

  it('tells of a push once it knows which files are different', async () => {
    const { host, fake, events } = stage();
    await host.poll();
    fake.fault = ({ path }) => (/trees/.test(path) ? outage(502) : undefined);
    await orders.push({ 'a.md': 'two' });
    await host.poll();
    expect(events).toEqual([]);
    fake.fault = () => undefined;
    await host.poll();
    expect(events).toEqual([
      expect.objectContaining({
        changedPaths: [{ path: 'a.md', status: 'modified' }],
      }),
    ]);
  });

  it('does not announce again what the portal did itself', async () => {
    const { host, events } = stage();
    await host.poll();
    const actor = {
      ref: 'user:default/a',
      signature: { name: 'A', email: 'a@b' },
    };
    await host.commit({
      ...NAME,
      branch: 'main',
      expectedHead: head,
      message: 'x',
      edits: [{ path: 'a.md', content: 'two' }],
      actor,
    });
    await host.poll();
    expect(events.filter(({ type }) => type === 'push')).toHaveLength(1);
  });
});
