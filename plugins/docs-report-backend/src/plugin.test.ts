import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceFactory,
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import {
  DOCS_CHECKED_TOPIC,
  type DocsCheckedEvent,
  type Report,
} from '@groundwork/plugin-docs-report-common';
import request from 'supertest';
import { docsReportPlugin } from './plugin';

const REPORT: Report = {
  pages: 3,
  counts: { 'broken-link': 1 },
  findings: [
    { kind: 'broken-link', file: 'docs/a.md', line: 2, message: 'gone' },
  ],
};

const OWNER = 'group:default/checkout';

const AT = '2026-11-26T10:00:00.000Z';

describe('docsReportPlugin', () => {
  let events: EventsService;

  const teller = createBackendPlugin({
    pluginId: 'teller',
    register(env) {
      env.registerInit({
        deps: { events: eventsServiceRef },
        async init(deps) {
          events = deps.events;
        },
      });
    },
  });

  async function start(names: string[]) {
    return startTestBackend({
      features: [
        docsReportPlugin,
        teller,
        eventsServiceFactory,
        mockServices.database.factory(),
        catalogServiceMock.factory({
          entities: names.map(name => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name },
            spec: {},
            relations: [{ type: 'ownedBy', targetRef: OWNER }],
          })),
        }),
      ],
    });
  }

  function tell(event: Partial<DocsCheckedEvent>): Promise<void> {
    return events.publish({
      topic: DOCS_CHECKED_TOPIC,
      eventPayload: { entityRef: 'component:default/x', at: AT, ...event },
    });
  }

  it('answers what builds have told about entities that the caller may see', async () => {
    const backend = await start(['x']);
    await tell({ report: REPORT });
    await tell({ entityRef: 'component:default/hidden', report: REPORT });

    const list = await request(backend.server).get('/api/docs-report/reports');
    expect(list.body).toEqual({
      items: [
        {
          entityRef: 'component:default/x',
          title: 'x',
          owners: [OWNER],
          checkedAt: AT,
          pages: 3,
          counts: { 'broken-link': 1 },
        },
      ],
    });
    const one = await request(backend.server).get(
      '/api/docs-report/reports/component/default/X',
    );
    expect(one.body).toEqual({
      entityRef: 'component:default/x',
      checkedAt: AT,
      report: REPORT,
    });
    await backend.stop();
  });

  it('knows nothing of docs that have not been built', async () => {
    const backend = await start(['unbuilt']);
    const { body } = await request(backend.server).get(
      '/api/docs-report/reports/component/default/unbuilt',
    );
    expect(body).toEqual({ entityRef: 'component:default/unbuilt' });
    await backend.stop();
  });

  it('hides an entity that the caller may not see', async () => {
    const backend = await start([]);
    await tell({ entityRef: 'component:default/hidden', report: REPORT });
    const { status, body } = await request(backend.server).get(
      '/api/docs-report/reports/component/default/hidden',
    );
    expect(status).toBe(404);
    expect(body.error.message).toContain('that you may see');
    await backend.stop();
  });

  it('keeps the report beside a failure, until a build succeeds', async () => {
    const backend = await start(['x']);
    const get = async () =>
      (
        await request(backend.server).get(
          '/api/docs-report/reports/component/default/x',
        )
      ).body;
    await tell({ report: REPORT });
    await tell({ failure: 'mkdocs.yml is not valid YAML' });
    expect(await get()).toEqual({
      entityRef: 'component:default/x',
      checkedAt: AT,
      report: REPORT,
      failure: { reason: 'mkdocs.yml is not valid YAML', at: AT },
    });

    await tell({ report: { ...REPORT, counts: {}, findings: [] } });
    expect(await get()).not.toHaveProperty('failure');
    await backend.stop();
  });

  it('knows a failure before the first build that succeeds', async () => {
    const backend = await start(['x']);
    await tell({ failure: 'No documentation found' });
    const { body } = await request(backend.server).get(
      '/api/docs-report/reports',
    );
    expect(body.items).toEqual([
      {
        entityRef: 'component:default/x',
        title: 'x',
        owners: [OWNER],
        failure: { reason: 'No documentation found', at: AT },
      },
    ]);
    await backend.stop();
  });

  it('answers nobody without credentials', async () => {
    const backend = await start([]);
    const { status } = await request(backend.server)
      .get('/api/docs-report/reports')
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
    await backend.stop();
  });
});
