import { outage } from '../testing/FakeFaults';
import type { FakeRepository } from '../testing/FakeRepository';
import {
  createDelivery,
  payloadFor,
  WEBHOOK_SECRET,
} from '../testing/createDelivery';
import { eventually } from '../../__testUtils__/eventually';
import { useStage } from '../testing/useStage';

const PLACE = { host: 'ghe.example.com', namespace: 'acme', name: 'orders' };
const ZERO = '0'.repeat(40);

describe('Deliveries of the GitHub webhook', () => {
  const stage = useStage({ webhookSecret: WEBHOOK_SECRET });
  let orders: FakeRepository;
  let before: string;
  let after: string;

  beforeEach(async () => {
    orders = await stage().fake.world.addRepository('acme', 'orders');
    before = await orders.push({ 'a.md': 'one' });
    after = await orders.push({ 'a.md': 'two' });
  });

  const push = (more: object = {}) => ({
    ref: 'refs/heads/main',
    before,
    after,
    created: false,
    deleted: false,
    forced: false,
    commits: [
      { id: after, added: ['told.md'], modified: ['a.md'], removed: [] },
    ],
    ...payloadFor(),
    ...more,
  });

  it('tell of pushes', async () => {
    const { host, events } = stage();
    expect(host.receive(createDelivery('push', push()))).toBe('accepted');
    await eventually(async () => expect(events).toHaveLength(1));
    expect(events).toEqual([
      {
        type: 'push',
        ...PLACE,
        ref: 'refs/heads/main',
        isDefaultBranch: true,
        before,
        after,
        changedPaths: [{ path: 'a.md', status: 'modified' }],
      },
    ]);
  });

  it('tell of branches and tags that are new or gone', async () => {
    const { host, events } = stage();
    host.receive(
      createDelivery('push', push({ ref: 'refs/tags/v1', before: ZERO })),
    );
    host.receive(
      createDelivery('push', push({ ref: 'refs/heads/x', after: ZERO })),
    );
    await eventually(async () => expect(events).toHaveLength(2));
    const [gone, created] = events.sort((a, b) =>
      'ref' in a && 'ref' in b ? a.ref.localeCompare(b.ref) : 0,
    );
    expect(created).toMatchObject({
      ref: 'refs/tags/v1',
      isDefaultBranch: false,
      after,
      changedPaths: [{ path: 'a.md', status: 'added' }],
    });
    expect(created).not.toMatchObject({ before: expect.anything() });
    expect(gone).toMatchObject({
      ref: 'refs/heads/x',
      before,
      changedPaths: [],
    });
  });

  it('are believed about the paths when GitHub cannot be asked', async () => {
    const { host, events, fake, logs } = stage();
    fake.fault = () => outage(503);
    host.receive(createDelivery('push', push()));
    await eventually(async () => expect(events).toHaveLength(1));
    expect(events[0]).toMatchObject({
      changedPaths: [
        { path: 'told.md', status: 'added' },
        { path: 'a.md', status: 'modified' },
      ],
    });
    expect(logs.join()).toContain('known only as its webhook told them');
  });

  it.each([
    ['opened', false, 'opened'],
    ['edited', false, 'updated'],
    ['synchronize', false, 'updated'],
    ['reopened', false, 'updated'],
    ['closed', true, 'merged'],
    ['closed', false, 'closed'],
  ])(
    'tell that a pull request was %s (merged: %s)',
    async (action, merged, expected) => {
      const { host, events } = stage();
      const payload = {
        action,
        number: 7,
        pull_request: { number: 7, merged },
        ...payloadFor(),
      };
      expect(host.receive(createDelivery('pull_request', payload))).toBe(
        'accepted',
      );
      await eventually(async () => expect(events).toHaveLength(1));
      expect(events).toEqual([
        { type: 'change', ...PLACE, number: 7, action: expected },
      ]);
    },
  );

  it('tell of reviews', async () => {
    const { host, events } = stage();
    const payload = {
      action: 'submitted',
      review: { state: 'approved' },
      pull_request: { number: 7 },
      ...payloadFor(),
    };
    host.receive(createDelivery('pull_request_review', payload));
    await eventually(async () =>
      expect(events).toEqual([
        { type: 'change', ...PLACE, number: 7, action: 'reviewed' },
      ]),
    );
  });

  it('tell of repositories that come, go and are renamed', async () => {
    const { host, events } = stage();
    const send = (action: string, more: object = {}) =>
      host.receive(
        createDelivery('repository', { action, ...payloadFor(), ...more }),
      );
    send('created');
    send('renamed', { changes: { repository: { name: { from: 'basket' } } } });
    send('deleted');
    expect(send('publicized')).toBe('ignored');
    await eventually(async () => expect(events).toHaveLength(4));
    expect(
      events.map(event => 'action' in event && `${event.name} ${event.action}`),
    ).toEqual([
      'orders created',
      'basket removed',
      'orders created',
      'orders removed',
    ]);
  });

  it('of other organizations and other events are ignored', () => {
    const { host, events } = stage();
    const foreign = push(payloadFor('umbrella'));
    expect(host.receive(createDelivery('push', foreign))).toBe('ignored');
    expect(host.receive(createDelivery('star', payloadFor()))).toBe('ignored');
    expect(
      host.receive(createDelivery('push', push({ ref: 'refs/notes/x' }))),
    ).toBe('ignored');
    expect(events).toEqual([]);
  });

  it('are accepted when the webhook is made', () => {
    const ping = { zen: 'Keep it logically awesome.', hook_id: 1 };
    expect(stage().host.receive(createDelivery('ping', ping))).toBe('accepted');
  });

  it('are not believed with another signature', () => {
    const { host, events } = stage();
    const forged = createDelivery('push', push(), { secret: 'guess' });
    expect(() => host.receive(forged)).toThrow('signature');
    const changed = createDelivery('push', push());
    const body = Buffer.from(JSON.stringify(push({ ref: 'refs/heads/evil' })));
    expect(() => host.receive({ ...changed, body })).toThrow('signature');
    expect(() => host.receive({ ...changed, signature: 'sha256=' })).toThrow(
      'signature',
    );
    expect(events).toEqual([]);
  });

  it('count once, under the same id and under another one', async () => {
    const { host, events } = stage();
    const payload = { action: 'created', ...payloadFor() };
    const delivery = createDelivery('repository', payload);
    expect(host.receive(delivery)).toBe('accepted');
    expect(host.receive(delivery)).toBe('repeated');
    expect(host.receive({ ...delivery, id: 'another' })).toBe('repeated');
    expect(events).toHaveLength(1);
  });

  it('that are no events of GitHub are refused, and can come again', () => {
    const { host } = stage();
    const broken = createDelivery('push', { ref: 7 });
    expect(() => host.receive(broken)).toThrow("not a 'push' event");
    expect(() => host.receive(broken)).toThrow("not a 'push' event");
  });

  it('need a secret', async () => {
    const host = stage().createHost({ webhookSecret: undefined });
    expect(host.hasWebhook).toBe(false);
    expect(() => host.receive(createDelivery('ping', {}))).toThrow(
      'No webhook is configured for ghe.example.com',
    );
  });
});
