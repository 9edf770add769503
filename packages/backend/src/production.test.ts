import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { Client } from 'pg';
import { PortalProcess } from './testing/PortalProcess';

jest.setTimeout(120_000);

const POSTGRES_URL = process.env.GROUNDWORK_TEST_POSTGRES_URL;
const API_TOKEN = randomBytes(16).toString('hex');

const config: JsonObject = {
  backend: {
    auth: {
      externalAccess: [
        { type: 'static', options: { token: API_TOKEN, subject: 'tests' } },
      ],
    },
  },
  catalog: {
    locations: [
      { type: 'file', target: path.join(__dirname, 'testing/catalog.yaml') },
    ],
  },
};

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'portal-'));
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

function productionPortal(databaseUrl: string | undefined, extra?: JsonObject) {
  return {
    directory,
    config: { ...config, ...extra },
    configFiles: ['app-config.yaml', 'app-config.production.yaml'],
    env: {
      NODE_ENV: 'production',
      PORTAL_SESSION_SECRET: 'only-for-tests',
      ...(databaseUrl && { PORTAL_DATABASE_URL: databaseUrl }),
    },
  };
}

describe('the production configuration', () => {
  it.each([
    ['guest', { guest: {} }],
    ['persona', { persona: { default: 'boss', personas: {} } }],
  ])('refuses to start with %s sign-in', async (provider, providers) => {
    const portal = await PortalProcess.spawn(
      productionPortal('postgresql://127.0.0.1:1/portal', {
        auth: { providers },
      }),
    );

    await expect(portal.exit()).resolves.toBe(1);
    expect(portal.output).toMatch(
      new RegExp(
        `The portal did not start: Refusing to start: auth\\.providers\\.${provider} is configured`,
      ),
    );
  });

  it('names a way to sign in that does not exist', async () => {
    const portal = await PortalProcess.spawn(
      productionPortal('postgresql://127.0.0.1:1/portal', {
        groundwork: { signIn: ['fax'] },
      }),
    );

    await expect(portal.exit()).resolves.toBe(1);
    expect(portal.output).toMatch(
      /groundwork\.signIn names 'fax'; choose from github, oidc/,
    );
  });

  it('names the variable when the sessions of the sign-in have no secret', async () => {
    const options = productionPortal('postgresql://127.0.0.1:1/portal', {
      groundwork: { signIn: ['oidc'] },
      auth: { session: null },
    });
    const portal = await PortalProcess.spawn(options);

    await expect(portal.exit()).resolves.toBe(1);
    expect(portal.output).toMatch(/set PORTAL_SESSION_SECRET/);
  });

  it('names the variable when it is not told where the database is', async () => {
    const portal = await PortalProcess.spawn(productionPortal(undefined));

    await expect(portal.exit()).resolves.toBe(1);
    expect(portal.output).toMatch(/set PORTAL_DATABASE_URL/);
  });

  it.each([
    [
      'postgresql://portal:only-for-tests@127.0.0.1:1/portal',
      /did not start: The database at 127\.0\.0\.1:1\/portal refuses the portal: .*ECONNREFUSED.*Check PORTAL_DATABASE_URL/,
    ],
    [
      'postgresql://portal:only-for-tests/portal#@127.0.0.1/x',
      /did not start: PORTAL_DATABASE_URL is no address/,
    ],
  ])(
    'says once what is wrong with the database %s, without its password',
    async (databaseUrl, reason) => {
      const portal = await PortalProcess.spawn(productionPortal(databaseUrl));

      await expect(portal.exit()).resolves.toBe(1);
      expect(portal.output).toMatch(reason);
      expect(portal.output).not.toContain('only-for-tests');
    },
  );
});

const describeOnPostgres = POSTGRES_URL ? describe : describe.skip;

describeOnPostgres(
  'the portal on PostgreSQL (skipped without GROUNDWORK_TEST_POSTGRES_URL)',
  () => {
    const database = `portal_${randomBytes(6).toString('hex')}`;
    let portal: PortalProcess;

    async function administer(statement: string) {
      const client = new Client({ connectionString: POSTGRES_URL });
      await client.connect();
      await client.query(statement);
      await client.end();
    }

    function startPortal(extra?: JsonObject) {
      const url = new URL(POSTGRES_URL ?? '');
      url.pathname = `/${database}`;
      return PortalProcess.start(productionPortal(url.href, extra));
    }

    function call<TBody>(pathname: string) {
      return portal.request<TBody>(pathname, { token: API_TOKEN });
    }

    const template = '/api/catalog/entities/by-name/template/default/greeting';

    beforeAll(async () => {
      await administer(`CREATE DATABASE ${database}`);
      portal = await startPortal();
    });

    afterAll(async () => {
      await portal?.stop('SIGKILL');
      await administer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    });

    it('serves the catalog to a static token and to nobody without one', async () => {
      await portal.waitFor('the template', async () => {
        const { status } = await call(template);
        return status === 200;
      });

      await expect(portal.request(template)).resolves.toMatchObject({
        status: 401,
      });
    });

    it('answers a search from PostgreSQL', async () => {
      await portal.waitFor('a search result', async () => {
        const { body } = await call<{ results: unknown[] }>(
          '/api/search/query?term=greeting',
        );
        return body.results.length > 0;
      });

      expect(portal.output).not.toMatch(/lunr/i);
    });

    it('shows no password of the database to who may read the configuration', async () => {
      const { status, body } = await call('/api/devtools/config');

      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(
        new URL(POSTGRES_URL ?? '').password,
      );
    });

    it('has no local sign-in', async () => {
      await expect(
        portal.request('/api/auth/persona/refresh'),
      ).resolves.toMatchObject({ status: 404 });
    });

    it('has no Kubernetes API where no cluster is configured', async () => {
      await expect(call('/api/kubernetes/clusters')).resolves.toMatchObject({
        status: 404,
      });
    });

    it('keeps its data through kill -9', async () => {
      const before = await call<{ metadata: { uid: string } }>(template);
      await portal.stop('SIGKILL');
      portal = await startPortal();

      await expect(call(template)).resolves.toMatchObject({
        status: 200,
        body: { metadata: { uid: before.body.metadata.uid } },
      });
    });
  },
);
