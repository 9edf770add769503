import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { permissionTable } from '@groundwork/plugin-permission-backend-module-policy';
import { PortalProcess } from './testing/PortalProcess';

jest.setTimeout(120_000);

/** The plugins that declare permissions; a plugin that declares none answers 404 or an empty list. */
const PLUGINS = [
  'adr',
  'app',
  'auth',
  'catalog',
  'devtools',
  'events',
  'forge',
  'kubernetes',
  'mcp-actions',
  'notifications',
  'permission',
  'scaffolder',
  'search',
  'signals',
  'techdocs',
  'user-settings',
];

/** What an agent may call, as the README lists it. */
const MCP_TOOLS = [
  'adr.get-decision',
  'adr.search-decisions',
  'auth.who-am-i',
  'catalog.get-catalog-entity',
  'catalog.get-catalog-model-description',
  'catalog.query-catalog-entities',
  'catalog.validate-entity',
  'search.query',
];

const config = {
  catalog: {
    locations: [
      {
        type: 'file',
        target: '../../catalog/all.yaml',
        rules: [
          {
            allow: [
              ...['Component', 'System', 'Domain', 'API', 'Resource'],
              ...['Location', 'User', 'Group'],
            ],
          },
        ],
      },
      { type: 'file', target: path.join(__dirname, 'testing/catalog.yaml') },
    ],
  },
};

/** Nothing listens on port 1: the plugin declares its permissions without reaching a cluster. */
const cluster = {
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          {
            name: 'unreachable',
            url: 'https://127.0.0.1:1',
            authProvider: 'serviceAccount',
            serviceAccountToken: 'none',
          },
        ],
      },
    ],
  },
};

const brokenCluster = {
  kubernetes: { clusterLocatorMethods: [{ type: 'crystal-ball' }] },
};

describe('the portal on SQLite', () => {
  let directory: string;
  let portal: PortalProcess;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'portal-'));
    portal = await PortalProcess.start({
      directory,
      config: { ...config, ...cluster },
    });
    await portal.waitForEntity('component:default/groundwork-app');
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  function callMcp<TResult>(token: string, method: string, params: object) {
    return portal.request<{ result: TResult; error?: { message: string } }>(
      '/api/mcp-actions/v1',
      { token, body: { jsonrpc: '2.0', id: 1, method, params } },
    );
  }

  async function authorize(
    token: string,
    permission: object,
    resourceRef?: string,
  ) {
    const { body } = await portal.request<{ items: { result: string }[] }>(
      '/api/permission/authorize',
      { token, body: { items: [{ id: '1', permission, resourceRef }] } },
    );
    return body.items[0].result;
  }

  it('has a row in the permission table for exactly the permissions that its plugins declare', async () => {
    const token = await portal.signIn('developer');
    const declared = await Promise.all(
      PLUGINS.map(async plugin => {
        const { body } = await portal.request<{
          permissions?: { name: string }[];
        }>(`/api/${plugin}/.well-known/backstage/permissions/metadata`, {
          token,
        });
        return body.permissions?.map(({ name }) => name) ?? [];
      }),
    );

    expect([...new Set(declared.flat())].sort()).toEqual(
      Object.keys(permissionTable).sort(),
    );
  });

  it('lets a developer refresh what their team owns, and nothing else', async () => {
    const token = await portal.signIn('developer');
    const refresh = {
      type: 'resource',
      name: 'catalog.entity.refresh',
      attributes: { action: 'update' },
      resourceType: 'catalog-entity',
    };

    await expect(
      authorize(token, refresh, 'component:default/groundwork-app'),
    ).resolves.toBe('ALLOW');
    await expect(
      authorize(token, refresh, 'template:default/greeting'),
    ).resolves.toBe('DENY');
  });

  it.each(['viewer', 'developer', 'platform-engineer', 'admin'])(
    'denies the Kubernetes proxy to the %s',
    async persona => {
      const token = await portal.signIn(persona);
      const { status } = await portal.request(
        '/api/kubernetes/proxy/api/v1/namespaces/default',
        { token, method: 'DELETE' },
      );

      expect(status).toBe(403);
    },
  );

  it.each([
    ['viewer', [403, 403, 403]],
    ['developer', [403, 403, 403]],
    ['platform-engineer', [403, 403, 403]],
    ['admin', [200, 200, 404]],
  ])(
    'answers the %s about scheduled tasks with %p',
    async (persona, expected) => {
      const token = await portal.signIn(persona);
      const tasks = '/api/search/.backstage/scheduler/v1/tasks';
      const requests: [string, string][] = [
        ['GET', tasks],
        [
          'GET',
          tasks
            .toLocaleUpperCase('en-US')
            .replace('/API/SEARCH', '/api/search'),
        ],
        ['POST', `${tasks}/absent/trigger`],
      ];
      const answers = await Promise.all(
        requests.map(([method, pathname]) =>
          portal.request(pathname, { token, method }),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual(expected);
    },
  );

  it('reads no address from a text that a developer wants validated', async () => {
    const token = await portal.signIn('developer');
    const { status } = await portal.request('/api/catalog/validate-entity', {
      token,
      body: {
        location: 'url:https://github.com/acme/portal/blob/main/info.yaml',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'portal' },
          spec: { owner: { $text: './private.txt' } },
        },
      },
    });

    expect(status).toBe(403);
  });

  it('offers agents the written list of read-only tools', async () => {
    const token = await portal.signIn('developer');
    const { body } = await callMcp<{
      tools: { name: string; annotations: { readOnlyHint: boolean } }[];
    }>(token, 'tools/list', {});

    expect(body.result.tools.map(({ name }) => name).sort()).toEqual(MCP_TOOLS);
    expect(
      body.result.tools.every(({ annotations }) => annotations.readOnlyHint),
    ).toBe(true);
  });

  it('refuses a tool that is not on the list', async () => {
    const token = await portal.signIn('admin');
    const { body } = await callMcp(token, 'tools/call', {
      name: 'catalog.unregister-entity',
      arguments: { type: { locationId: 'any' } },
    });

    expect(JSON.stringify(body)).toMatch(/not found/i);
  });

  it('finds a component seconds after the first start', async () => {
    const token = await portal.signIn('viewer');

    const query = '/api/search/query?term=groundwork&types=software-catalog';

    await portal.waitFor('a search result', async () => {
      const { body } = await portal.request<{ results: unknown[] }>(query, {
        token,
      });
      return body.results.length > 0;
    });
    await expect(portal.request(query, { token })).resolves.toMatchObject({
      status: 200,
    });
  });

  it('keeps tasks and settings through kill -9, and starts with a broken optional plugin', async () => {
    const developer = await portal.signIn('developer');
    const { body: task } = await portal.request<{ id: string }>(
      '/api/scaffolder/v2/tasks',
      {
        token: developer,
        body: { templateRef: 'template:default/greeting', values: {} },
      },
    );
    const setting = '/api/user-settings/buckets/test/keys/theme';
    await portal.request(setting, {
      token: developer,
      method: 'PUT',
      body: { value: 'dark' },
    });

    await portal.stop('SIGKILL');
    portal = await PortalProcess.start({
      directory,
      config: { ...config, ...brokenCluster },
    });
    const token = await portal.signIn('developer');

    await expect(
      portal.request(`/api/scaffolder/v2/tasks/${task.id}`, { token }),
    ).resolves.toMatchObject({ status: 200, body: { id: task.id } });
    await expect(portal.request(setting, { token })).resolves.toMatchObject({
      body: { value: 'dark' },
    });
    expect(portal.output).toMatch(/crystal-ball/);
  });

  it("shows a developer's task to nobody but its starter and the platform team", async () => {
    const developer = await portal.signIn('developer');
    const { body: task } = await portal.request<{ id: string }>(
      '/api/scaffolder/v2/tasks',
      {
        token: developer,
        body: { templateRef: 'template:default/greeting', values: {} },
      },
    );
    const statuses = await Promise.all(
      ['viewer', 'developer', 'platform-engineer'].map(async persona => {
        const token = await portal.signIn(persona);
        const { status } = await portal.request(
          `/api/scaffolder/v2/tasks/${task.id}`,
          { token },
        );
        return status;
      }),
    );

    expect(statuses).toEqual([403, 200, 200]);
  });
});
