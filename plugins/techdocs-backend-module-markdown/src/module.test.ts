import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fs from 'node:fs/promises';
import { techdocsModuleMarkdown } from './module';

describe('techdocsModuleMarkdown', () => {
  const source = createMockDirectory();
  const published = createMockDirectory();

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
      'index.html',
      'search',
      'techdocs_metadata.json',
    ]);
    await backend.stop();
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
