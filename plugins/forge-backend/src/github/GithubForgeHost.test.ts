import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { ForgeEvents } from '@groundwork/plugin-forge-node';
import { GithubForgeHost } from './GithubForgeHost';
import { errorOf, useStage } from './testing/useStage';

const NAME = { namespace: 'acme', name: 'orders' };
const HOST = 'https://ghe.example.com';

describe('A GitHub host', () => {
  const stage = useStage();

  it('lists the repositories of its organizations that are in use', async () => {
    const { fake, host } = stage();
    const orders = await fake.world.addRepository('acme', 'orders');
    orders.description = 'Takes orders';
    const head = await orders.push({ 'README.md': '# Orders' });
    await fake.world.addRepository('acme', 'empty');
    const old = await fake.world.addRepository('acme', 'old');
    old.isArchived = true;
    await fake.world.addRepository('umbrella', 'secret');

    expect(await host.listNamespaces()).toEqual(['acme']);
    expect(await host.listRepositories()).toEqual([
      {
        host: 'ghe.example.com',
        namespace: 'acme',
        name: 'empty',
        defaultBranch: 'main',
        url: expect.any(String),
        cloneUrl: expect.any(String),
      },
      {
        host: 'ghe.example.com',
        namespace: 'acme',
        name: 'orders',
        description: 'Takes orders',
        defaultBranch: 'main',
        head,
        updatedAt: expect.stringMatching(/^20\d\d-/),
        url: `${fake.world.baseUrl}/acme/orders`,
        cloneUrl: `${fake.world.baseUrl}/acme/orders.git`,
      },
    ]);
  });

  it('lists every page of an organization', async () => {
    const { fake, host } = stage();
    for (let index = 0; index < 101; index++) {
      await fake.world.addRepository('acme', `service-${index}`);
    }
    const repositories = await host.listRepositories();
    expect(new Set(repositories.map(({ name }) => name)).size).toBe(101);
  });

  it('asks for the head of a repository again only after a push', async () => {
    const { fake, host } = stage();
    const orders = await fake.world.addRepository('acme', 'orders');
    await orders.push({ a: '1' });
    orders.pushedAt = '2026-01-01T00:00:00Z';
    await host.listRepositories();
    await host.listRepositories();
    expect(fake.count('GET', /orders\/commits\/main/)).toBe(1);
    const head = await orders.push({ a: '2' });
    const [repository] = await host.listRepositories();
    expect(repository.head).toBe(head);
  });

  it('follows a renamed repository and tells its new name', async () => {
    const { fake, host } = stage();
    const orders = await fake.world.addRepository('acme', 'orders');
    await orders.push({ 'README.md': '# Orders' });
    orders.formerNames.push('basket');
    const old = { namespace: 'acme', name: 'basket' };
    expect((await host.getRepository(old)).name).toBe('orders');
    expect((await host.readFile({ ...old, path: 'README.md' })).text).toBe(
      '# Orders',
    );
  });

  it('takes an organization in any case and knows no other', async () => {
    const { fake, host } = stage();
    await (await fake.world.addRepository('acme', 'orders')).push({ a: '1' });
    await fake.world.addRepository('umbrella', 'secret');
    const repository = await host.getRepository({ ...NAME, namespace: 'ACME' });
    expect(repository.namespace).toBe('acme');
    const error = await errorOf(
      host.getRepository({ namespace: 'umbrella', name: 'secret' }),
    );
    expect(error.name).toBe('NotFoundError');
    expect(error.message).toContain('configured: acme');
  });

  it('says that a repository is not there, or not for the portal', async () => {
    const error = await errorOf(stage().host.getRepository(NAME));
    expect(error.name).toBe('NotFoundError');
    expect(error.message).toBe(
      'There is no repository acme/orders on ghe.example.com, or the portal may not see it',
    );
  });

  it('owns the addresses of its whole origin', () => {
    const { host } = stage();
    expect(host.ownsUrl(`${HOST}/acme/orders`)).toBe(true);
    expect(host.ownsUrl('https://ghe.example.com.evil.org/acme/orders')).toBe(
      false,
    );
    expect(host.ownsUrl('http://ghe.example.com/acme/orders')).toBe(false);
    expect(host.ownsUrl('https://dana@ghe.example.com/acme/orders')).toBe(true);
    expect(host.ownsUrl('orders')).toBe(false);
  });

  it('formats addresses as GitHub does, and finds its way back', async () => {
    const { fake, host } = stage();
    const orders = await fake.world.addRepository('acme', 'orders');
    await orders.push({ 'docs/how to.md': '1' });
    await orders.push(
      { 'docs/how to.md': '2' },
      { branch: 'release/1.x', from: 'main' },
    );
    const place = { ...NAME, revision: 'release/1.x', path: 'docs/how to.md' };
    const url = host.formatUrl({ ...place, view: 'blob' });
    expect(url).toBe(`${HOST}/acme/orders/blob/release/1.x/docs/how%20to.md`);
    expect(await host.locate(url)).toEqual(place);
    expect(await host.locate(`${HOST}/acme/orders.git`)).toEqual(NAME);
    expect(await host.locate(`${HOST}/acme/orders/tree/HEAD/docs`)).toEqual({
      ...NAME,
      revision: 'main',
      path: 'docs',
    });
    expect(host.formatUrl({ ...NAME, view: 'tree' })).toBe(
      `${HOST}/acme/orders/tree/HEAD`,
    );
  });

  it.each([
    [`${HOST}/acme`, 'NotFoundError'],
    [`${HOST}/acme/orders/issues/1`, 'NotFoundError'],
    [`${HOST}/acme/orders/blob/gone/a.md`, 'NotFoundError'],
    ['https://example.org/acme/orders', 'InputError'],
    [`${HOST}/acme/orders/blob/main/%FF`, 'InputError'],
  ])('cannot locate %s', async (url, name) => {
    const { fake, host } = stage();
    await (await fake.world.addRepository('acme', 'orders')).push({ a: '1' });
    expect((await errorOf(host.locate(url))).name).toBe(name);
  });
});

describe('The configuration of GitHub hosts', () => {
  const read = (forge: object, github: object[] = []) =>
    GithubForgeHost.fromConfig(
      new ConfigReader({ forge, integrations: { github } }),
      {
        events: ForgeEvents.create({ logger: mockServices.logger.mock() }),
        logger: mockServices.logger.mock(),
      },
    );
  const token = { host: 'github.com', token: 'ghp_secret' };

  it('has a host for each entry', () => {
    const hosts = read(
      {
        github: [
          { host: 'github.com', organizations: ['acme'] },
          {
            host: 'ghe.example.com',
            organizations: ['umbrella'],
            webhookSecret: 's3cret',
          },
        ],
      },
      [
        token,
        {
          host: 'ghe.example.com',
          apiBaseUrl: 'https://ghe.example.com/api/v3',
          token: 'ghp_other',
        },
      ],
    );
    expect(hosts.map(({ id, hasWebhook }) => [id, hasWebhook])).toEqual([
      ['github.com', false],
      ['ghe.example.com', true],
    ]);
    expect(read({})).toEqual([]);
  });

  it.each([
    ['no credentials', 'github.com', [], /set a token or an App/],
    ['another host', 'ghe.example.com', [token], /credentials for ghe/],
    [
      'no address of the API',
      'ghe.example.com',
      [{ host: 'ghe.example.com', token: 't' }],
      /set apiBaseUrl/,
    ],
  ])('refuses a host with %s', (_what, host, github, message) => {
    const entry = { host, organizations: ['acme'] };
    expect(() => read({ github: [entry] }, github)).toThrow(message);
  });

  it('refuses organizations that cannot be, and hosts that come twice', () => {
    const entry = { host: 'github.com', organizations: ['acme'] };
    expect(() =>
      read({ github: [{ ...entry, organizations: ['../evil'] }] }, [token]),
    ).toThrow("'../evil'");
    expect(() =>
      read({ github: [{ ...entry, organizations: [] }] }, [token]),
    ).toThrow('names no organizations');
    expect(() => read({ github: [entry, entry] }, [token])).toThrow('twice');
  });
});
