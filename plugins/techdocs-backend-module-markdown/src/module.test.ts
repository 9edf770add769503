import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  DOCS_CHECKED_TOPIC,
  type DocsCheckedEvent,
} from '@groundwork/plugin-docs-report-common';
import fs from 'node:fs/promises';
import { techdocsModuleMarkdown } from './module';

jest.setTimeout(60_000);

describe('techdocsModuleMarkdown', () => {
  const source = createMockDirectory();
  const published = createMockDirectory();
  let told: DocsCheckedEvent[] = [];

  beforeEach(() => {
    told = [];
  });

  /** Listens as the docs report does. */
  const listener = createBackendPlugin({
    pluginId: 'listener',
    register(env) {
      env.registerInit({
        deps: { events: eventsServiceRef },
        async init({ events }) {
          await events.subscribe({
            id: 'listener',
            topics: [DOCS_CHECKED_TOPIC],
            onEvent: async ({ eventPayload }) => {
              told.push(eventPayload as DocsCheckedEvent);
            },
          });
        },
      });
    },
  });

  function entityNamed(name: string, uid = `uid-of-${name}`): Entity {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        uid,
        annotations: {
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/managed-by-location': `file:${source.resolve(
            'catalog-info.yaml',
          )}`,
        },
      },
      spec: { type: 'service', owner: 'team', lifecycle: 'production' },
    };
  }

  function startTechDocs(
    name: string,
    {
      engine,
      uid,
      onModuleFailure = 'abort',
    }: { engine?: string; uid?: string; onModuleFailure?: string } = {},
  ) {
    return startTestBackend({
      features: [
        techdocsPlugin,
        techdocsModuleMarkdown,
        listener,
        eventsServiceFactory,
        catalogServiceMock.factory({ entities: [entityNamed(name, uid)] }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost',
              startup: {
                default: { onPluginModuleBootFailure: onModuleFailure },
              },
            },
            techdocs: {
              builder: 'local',
              generator: { runIn: 'local', ...(engine && { engine }) },
              publisher: {
                type: 'local',
                local: { publishDirectory: published.path },
              },
            },
          },
        }),
      ],
    });
  }

  async function request(
    backend: Awaited<ReturnType<typeof startTechDocs>>,
    path: string,
  ): Promise<string> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/techdocs/${path}`,
      { headers: { authorization: 'Bearer mock-user-token' } },
    );
    return response.text();
  }

  it('makes TechDocs build, publish and describe a site from a directory', async () => {
    source.setContent({
      'mkdocs.yml': 'site_name: Sample',
      docs: { 'index.md': '# Hello', 'start.md': '# Start' },
    });
    const backend = await startTechDocs('sample');

    const log = await request(backend, 'sync/default/component/sample');
    expect(log).toContain('"updated":true');

    const metadata = await request(
      backend,
      'metadata/techdocs/default/component/sample',
    );
    expect(JSON.parse(metadata)).toMatchObject({ site_name: 'Sample' });
    const page = await fs.readFile(
      published.resolve('default/component/sample/start/index.html'),
      'utf8',
    );
    expect(page).toContain('<h1 id="start">');
    await backend.stop();
  });

  it('does not build an unchanged directory again', async () => {
    source.setContent({ docs: { 'index.md': '# Hello' } });
    const first = await startTechDocs('unchanged');
    await request(first, 'sync/default/component/unchanged');
    await first.stop();

    // TechDocs itself skips an entity for a minute after a build, so only another uid shows what the preparer says.
    const second = await startTechDocs('unchanged', { uid: 'another' });
    await expect(
      request(second, 'sync/default/component/unchanged'),
    ).resolves.toContain('"updated":false');
    await second.stop();
  });

  it('removes pages from storage that the source no longer has', async () => {
    source.setContent({ docs: { 'index.md': '# Hello' } });
    published.setContent({
      'default/component/pruned/deleted/index.html': 'stale',
    });
    const backend = await startTechDocs('pruned');

    await request(backend, 'sync/default/component/pruned');
    await expect(
      fs.readdir(published.resolve('default/component/pruned')),
    ).resolves.toEqual([
      'assets',
      'docs_report.json',
      'index.html',
      'search',
      'techdocs_metadata.json',
    ]);
    await backend.stop();
  });

  it('tells what is wrong in the source once its site can be read', async () => {
    source.setContent({ docs: { 'index.md': '[x](nope.md)' } });
    const backend = await startTechDocs('reported');
    await request(backend, 'sync/default/component/reported');
    await backend.stop();

    expect(told).toEqual([
      {
        entityRef: 'component:default/reported',
        at: expect.any(String),
        report: {
          pages: 1,
          counts: { 'broken-link': 1 },
          findings: [
            {
              kind: 'broken-link',
              file: 'docs/index.md',
              page: '',
              line: 1,
              message: "link 'nope.md' points to a file that does not exist",
            },
          ],
        },
      },
    ]);
  });

  it('tells why a source cannot be built', async () => {
    source.setContent({ 'mkdocs.yml': 'docs_dir: ../..' });
    const backend = await startTechDocs('failing');
    await request(backend, 'sync/default/component/failing');
    await backend.stop();

    expect(told).toEqual([
      {
        entityRef: 'component:default/failing',
        at: expect.any(String),
        failure: expect.stringContaining('is outside the source'),
      },
    ]);
  });

  it('tells the reader what is wrong with a source that cannot be built', async () => {
    source.setContent({ 'mkdocs.yml': 'docs_dir: ../..' });
    const backend = await startTechDocs('broken');

    await expect(
      request(backend, 'sync/default/component/broken'),
    ).resolves.toContain("docs_dir '../..' is outside the source");
    await backend.stop();
  });

  it('stops the start-up when the engine is misspelt', async () => {
    await expect(startTechDocs('x', { engine: 'mkdoc' })).rejects.toThrow(
      "Unknown engine 'mkdoc'",
    );
  });

  it('builds nothing, instead of running mkdocs, when the start goes on with a misspelt engine', async () => {
    source.setContent({ docs: { 'index.md': '# Hello' } });
    const backend = await startTechDocs('misspelt', {
      engine: 'mkdoc',
      onModuleFailure: 'continue',
    });

    await expect(
      request(backend, 'sync/default/component/misspelt'),
    ).resolves.toContain("Unknown engine 'mkdoc'");
    await backend.stop();
  });
});
