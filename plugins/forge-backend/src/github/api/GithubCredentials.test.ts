import { FakeAccounts } from '../testing/FakeAccounts';
import { errorOf, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };

describe('The GitHub App', () => {
  const stage = useStage({
    credentials: 'app',
    organizations: ['acme', 'umbrella'],
  });

  beforeEach(async () => {
    const { world } = stage().fake;
    await (await world.addRepository('acme', 'orders')).push({ a: '1' });
    await (await world.addRepository('umbrella', 'lab')).push({ b: '1' });
  });

  const count = () => stage().fake.count('POST', /access_tokens$/);

  it('has a token for each organization, and keeps it', async () => {
    const { host } = stage();
    const repositories = await host.listRepositories();
    expect(repositories.map(({ name }) => name)).toEqual(['orders', 'lab']);
    await host.listRefs(NAME);
    await host.listRefs({ namespace: 'umbrella', name: 'lab' });
    expect(count()).toBe(2);
  });

  it('gets another token before the first one expires', async () => {
    const { host, fake } = stage();
    fake.world.accounts.tokenLifeMs = 9 * 60_000;
    await host.getRepository(NAME);
    await host.getRepository(NAME);
    expect(count()).toBeGreaterThan(1);
  });

  it('gets another token when the first one was revoked', async () => {
    const { host, fake } = stage();
    await host.getRepository(NAME);
    fake.world.accounts.revokeAll();
    expect((await host.getRepository(NAME)).name).toBe('orders');
    expect(count()).toBe(2);
  });

  it('gets over an outage while it gets a token', async () => {
    const { host, fake } = stage();
    let left = 2;
    fake.fault = ({ path }) => {
      left--;
      return left >= 0 && path.startsWith('/app')
        ? { type: 'answer', answer: { status: 502, body: 'Bad gateway' } }
        : undefined;
    };
    expect((await host.getRepository(NAME)).name).toBe('orders');
  });

  it('does not wait for ever for a token', async () => {
    const { fake, createHost } = stage();
    const host = createHost({
      patience: { attemptMs: 100, totalMs: 200, pauseMs: 10, maxAttempts: 2 },
    });
    let release = () => {};
    const silence = new Promise<undefined>(resolve => {
      release = () => resolve(undefined);
    });
    fake.fault = () => silence;
    const error = await errorOf(host.getRepository(NAME));
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain('did not answer');
    release();
    fake.fault = () => undefined;
    expect((await stage().createHost().getRepository(NAME)).name).toBe(
      'orders',
    );
  });

  it('says where it is not installed', async () => {
    const host = stage().createHost({ organizations: ['hooli'] });
    const error = await errorOf(
      host.getRepository({ ...NAME, namespace: 'hooli' }),
    );
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toBe(
      "The portal's GitHub App is not installed in hooli on ghe.example.com; install it there",
    );
  });

  it('says that its key is not accepted', async () => {
    const { fake, createHost } = stage();
    const { app } = FakeAccounts.create([]);
    const host = createHost({
      integration: {
        host: 'ghe.example.com',
        apiBaseUrl: fake.world.apiUrl,
        apps: [app],
      },
    });
    const error = await errorOf(host.getRepository(NAME));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain('A JSON web token could not be decoded');
    expect(error.message).toContain('Renew the token or the key of the App');
  });
});
