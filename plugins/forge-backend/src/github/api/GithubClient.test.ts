import {
  failing,
  outage,
  primaryLimit,
  secondaryLimit,
  type Fault,
} from '../testing/FakeFaults';
import { DANA } from '../testing/startHost';
import { errorOf, expectNoSecrets, useStage } from '../testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };
const ANY = () => true;

describe('Requests to GitHub', () => {
  const stage = useStage();
  let head: string;

  beforeEach(async () => {
    const orders = await stage().fake.world.addRepository('acme', 'orders');
    head = await orders.push({ 'a.md': 'one' });
  });

  const read = () => stage().host.readFile({ ...NAME, path: 'a.md' });
  const write = () =>
    stage().host.openChange({
      ...NAME,
      title: 'Two',
      edits: [{ path: 'a.md', content: 'two' }],
      actor: DANA,
    });

  it.each<[string, Fault]>([
    ['502', outage(502)],
    ['503', outage(503)],
    ['504', outage(504)],
    ['a connection that is cut', { type: 'cut', isCarriedOut: false }],
    ['a short secondary limit', secondaryLimit(1)],
    ['a short secondary limit with 429', secondaryLimit(1, 429)],
  ])('get over %s', async (_what, fault) => {
    const { fake } = stage();
    fake.fault = failing(1, ANY, fault);
    expect((await read()).text).toBe('one');
  });

  it('are tried four times, with longer and longer pauses, and then reported', async () => {
    const { fake } = stage();
    fake.fault = ({ path }) =>
      /repos\/acme\/orders$/.test(path) ? outage(502) : undefined;
    const error = await errorOf(read());
    expect(fake.requests).toHaveLength(4);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toBe(
      'ghe.example.com answered 502 to GET /repos/acme/orders, 4 times within 0 seconds; its request ID is F00D:1. Try again in a few minutes',
    );
  });

  it('that nobody answers are reported within bounds', async () => {
    const { fake, createHost } = stage();
    const host = createHost({
      patience: { attemptMs: 100, totalMs: 300, pauseMs: 50, maxAttempts: 9 },
    });
    let release = () => {};
    const silence = new Promise<undefined>(resolve => {
      release = () => resolve(undefined);
    });
    fake.fault = () => silence;
    const startedAt = Date.now();
    const error = await errorOf(host.getRepository(NAME));
    release();
    expect(Date.now() - startedAt).toBeLessThan(2000);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(
      /^ghe\.example\.com did not answer GET \/repos\/acme\/orders \(.*timeout.*\), \d times within \d seconds/,
    );
  });

  it('that nothing listens to are reported', async () => {
    const { createHost } = stage();
    const host = createHost({
      integration: {
        host: 'ghe.example.com',
        apiBaseUrl: 'http://127.0.0.1:9',
        token: 'ghp_x',
      },
    });
    const error = await errorOf(host.getRepository(NAME));
    expect(error.message).toMatch(
      /^ghe\.example\.com did not answer GET \/repos\/acme\/orders \(.+\), 4 times/,
    );
  });

  it.each([
    ['403', 403],
    ['429', 429],
  ])(
    'are not made during a primary limit that answered %s',
    async (_what, status) => {
      const { fake } = stage();
      fake.fault = failing(1, ANY, primaryLimit(Date.now() + 600_000, status));
      const error = await errorOf(read());
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toMatch(
        /answers no more requests of the portal until \d\d:\d\d:\d\d UTC, in 1[01] minutes: its limit of 5000 requests an hour is used up/,
      );
      const again = await errorOf(write());
      expect(again.message).toBe(error.message);
      expect(fake.requests).toHaveLength(1);
    },
  );

  it.each([
    ['with a time', secondaryLimit(90), 'in 90 seconds'],
    ['without a time', secondaryLimit(), 'in 60 seconds'],
    ['with 429', secondaryLimit(300, 429), 'in 5 minutes'],
  ])('are not made during a secondary limit %s', async (_what, fault, when) => {
    const { fake } = stage();
    fake.fault = failing(1, ANY, fault);
    const error = await errorOf(read());
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain('secondary rate limit');
    expect(error.message).toContain(when);
    await errorOf(read());
    expect(fake.requests).toHaveLength(1);
  });

  it('that a limit refused are made when it has ended, also those that write', async () => {
    const { fake } = stage();
    fake.fault = failing(
      1,
      ({ path }) => /pulls$/.test(path),
      secondaryLimit(1),
    );
    expect((await write()).number).toBe(1);
    expect(fake.world.pulls).toHaveLength(1);
  });

  it('that write are not repeated blindly', async () => {
    const { fake } = stage();
    fake.fault = ({ method, path }) =>
      method === 'POST' && /pulls$/.test(path)
        ? { type: 'lie', answer: { status: 500, body: { message: 'Oops' } } }
        : undefined;
    await write();
    expect(fake.count('POST', /pulls$/)).toBe(1);
    expect(fake.world.pulls).toHaveLength(1);
  });

  it('that were refused are not repeated', async () => {
    const { fake } = stage();
    fake.fault = failing(1, ANY, {
      type: 'answer',
      answer: {
        status: 403,
        headers: {
          'x-github-sso': 'required; url=https://github.com/orgs/acme/sso',
        },
        body: {
          message: 'Resource protected by organization SAML enforcement.',
        },
      },
    });
    const error = await errorOf(read());
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain(
      'Authorize the token for the single sign-on',
    );
    expect(fake.requests).toHaveLength(1);
  });

  it('with a token that is no longer valid say what to renew', async () => {
    const { fake } = stage();
    fake.world.accounts.revokeAll();
    const error = await errorOf(read());
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toBe(
      'ghe.example.com answered 401 to GET /repos/acme/orders: Bad credentials. Renew the token or the key of the App in integrations.github',
    );
  });

  it('never show a token, even when the answer does', async () => {
    const { fake } = stage();
    const [token] = fake.world.accounts.secrets;
    for (const status of [403, 404, 422, 500]) {
      fake.fault = () => ({
        type: 'answer',
        answer: { status, body: { message: `You sent ${token}` } },
      });
      const error = await errorOf(read());
      expect(error.message).toContain('[redacted]');
      expectNoSecrets(stage(), error);
    }
  });

  it('are not sent on to another host, and not in a circle', async () => {
    const { fake } = stage();
    const redirect = (location: string): Fault => ({
      type: 'answer',
      answer: { status: 301, headers: { location }, body: {} },
    });
    fake.fault = () => redirect('https://evil.example.com/');
    expect((await errorOf(read())).message).toContain(
      'redirects to another host',
    );
    fake.fault = () => redirect(`${fake.world.apiUrl}/repos/acme/orders`);
    expect((await errorOf(read())).message).toContain('redirects in a circle');
  });

  it('whose answer breaks off are repeated', async () => {
    const { fake } = stage();
    fake.fault = failing(1, ({ path }) => /blobs/.test(path), {
      type: 'answer',
      answer: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"content": "b25l", "enc',
      },
    });
    expect((await read()).text).toBe('one');
  });

  it('say so when something else than GitHub answers', async () => {
    const { fake } = stage();
    fake.fault = () => ({
      type: 'answer',
      answer: { status: 200, body: { hello: 'world' } },
    });
    const error = await errorOf(
      stage().host.resolveRevision({ ...NAME, revision: head }),
    );
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain('apiBaseUrl');
  });
});
