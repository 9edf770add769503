import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { DatabaseReportStore } from '../database/DatabaseReportStore';
import { MIGRATIONS_DIRECTORY } from '../database/migrateDatabase';
import { DocsReports } from './DocsReports';
import { parseCheckedEvent } from './parseCheckedEvent';

const AT = '2026-11-26T10:00:00.000Z';

const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_16']
    : ['SQLITE_3'],
});

describe.each(databases.eachSupportedId())('DocsReports on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  });

  it('takes its migrations back', async () => {
    await knex.migrate.rollback({ directory: MIGRATIONS_DIRECTORY });
    expect(await knex.schema.hasTable('docs_reports')).toBe(false);
  });

  it('forgets the reports of entities that are gone', async () => {
    const store = DatabaseReportStore.create(knex);
    const reports = DocsReports.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'kept' },
            spec: {},
          },
        ],
      }),
      store,
    });
    for (const name of ['kept', 'gone']) {
      const entityRef = `component:default/${name}`;
      await reports.record({ entityRef, at: AT, failure: 'x' });
    }

    await reports.clean();

    const refs = (await store.list()).map(({ entityRef }) => entityRef);
    expect(refs).toEqual(['component:default/kept']);
  });
});

describe('parseCheckedEvent', () => {
  it('refuses what is no report, and says what is wrong', () => {
    expect(() => parseCheckedEvent({ entityRef: 'x', at: 'noon' })).toThrow(
      /told something that is no report: .*ISO datetime/s,
    );
  });
});
