import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import { ForgeBackend } from '@groundwork/plugin-catalog-backend-module-forge/testUtils';
import techdocsModuleMarkdown from '@groundwork/plugin-techdocs-backend-module-markdown';
import techdocsModuleForge from './index';

jest.setTimeout(60_000);

function component(name: string, docs = 'dir:.'): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: { backstage.io/techdocs-ref: '${docs}' }
spec: { type: service, lifecycle: production, owner: payments }
`;
}

describe('the docs of forge repositories', () => {
  let directory: string;
  let portal: ForgeBackend;

  const start = () =>
    ForgeBackend.start({
      directory,
      features: [techdocsPlugin, techdocsModuleMarkdown, techdocsModuleForge],
      config: {
        app: { baseUrl: 'http://localhost/portal' },
        groundwork: { examples: false, docs: { buildAtStart: true } },
        techdocs: {
          builder: 'local',
          generator: { runIn: 'local' },
          publisher: {
            type: 'local',
            local: { publishDirectory: path.join(directory, 'docs') },
          },
        },
      },
    });

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'forge-docs-'));
    portal = await start();
  });

  afterAll(async () => {
    await portal.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  function readPage(name: string, page = 'index.html'): Promise<string> {
    const file = path.join(directory, 'docs/default/component', name, page);
    return readFile(file, 'utf8').catch(() => '');
  }

  /** Waits until a page has a text, and returns the page. */
  async function waitForPage(
    name: string,
    text: string,
    page?: string,
  ): Promise<string> {
    await portal.waitFor(`'${text}' in the docs of ${name}`, async () =>
      (await readPage(name, page)).includes(text),
    );
    return readPage(name, page);
  }

  /** What a page view asks TechDocs for. */
  async function view(name: string): Promise<string> {
    const response = await fetch(
      `http://localhost:${portal.port}/api/techdocs/sync/default/component/${name}`,
      { headers: { authorization: 'Bearer mock-user-token' } },
    );
    return response.text();
  }

  it('are there for the first reader of a new repository, who does not build them', async () => {
    await portal.create('acme/fresh', {
      'catalog-info.yaml': component('fresh'),
      'docs/index.md': '# Fresh docs',
    });

    const page = await waitForPage('fresh', 'Fresh docs');

    expect(page).toContain(
      'href="/portal/forge/acme/fresh/-/edit/main/docs/index.md"',
    );
    await expect(view('fresh')).resolves.toContain('"updated":false');
  });

  it('follow pushes, however fast', async () => {
    await portal.create('acme/busy', {
      'catalog-info.yaml': component('busy'),
      'docs/index.md': '# Version 0',
    });
    await waitForPage('busy', 'Version 0');

    for (const version of [1, 2, 3, 4]) {
      await portal.push('acme/busy', {
        'docs/index.md': `# Version ${version}`,
      });
    }

    expect(await waitForPage('busy', 'Version 4')).toContain('Version 4');
  });

  it('lose a page that its source has lost', async () => {
    await portal.create('acme/pages', {
      'catalog-info.yaml': component('pages'),
      'docs/index.md': '# Pages',
      'docs/old.md': '# Old',
    });
    await waitForPage('pages', 'Old', 'old/index.html');

    await portal.push('acme/pages', { 'docs/old.md': undefined });

    await expect(
      portal.waitFor(
        'the end of the page',
        async () => (await readPage('pages', 'old/index.html')) === '',
      ),
    ).resolves.toBeUndefined();
  });

  it('come from the directory of a service in a monorepo', async () => {
    await portal.create('acme/platform', {
      'catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: platform }
spec: { targets: ['./services/*/catalog-info.yaml'] }
`,
      'docs/index.md': '# Of the platform',
      'services/x/catalog-info.yaml': component('service-x'),
      'services/x/docs/index.md': '# Of service X',
    });
    await waitForPage('service-x', 'Of service X');

    await portal.push('acme/platform', {
      'services/x/docs/index.md': '# Better of service X',
      'services/y/catalog-info.yaml': component('service-y'),
      'services/y/docs/index.md': '# Of service Y',
    });

    expect(await waitForPage('service-x', 'Better of service X')).toContain(
      'Better of service X',
    );
    expect(await waitForPage('service-y', 'Of service Y')).toContain(
      'Of service Y',
    );
  });

  it('follow a push to another repository that has them', async () => {
    await portal.create('acme/handbook', { 'docs/index.md': '# Handbook' });
    const source =
      'url:https://forge.groundwork.internal/acme/handbook/-/tree/main';
    await portal.create('acme/reader', {
      'catalog-info.yaml': component('reader', source),
    });
    await waitForPage('reader', 'Handbook');

    await portal.push('acme/handbook', { 'docs/index.md': '# New handbook' });

    expect(await waitForPage('reader', 'New handbook')).toContain(
      'New handbook',
    );
  });

  it('stay when they cannot be built any more, and the log says why', async () => {
    await portal.create('acme/stable', {
      'catalog-info.yaml': component('stable'),
      'docs/index.md': '# Stable docs',
    });
    await waitForPage('stable', 'Stable docs');

    await portal.push('acme/stable', { 'mkdocs.yml': 'docs_dir: ../..' });

    await portal.waitForLog(/component:default\/stable.*outside the source/);
    await expect(readPage('stable')).resolves.toContain('Stable docs');
  });

  it('say why they cannot be built, until they can', async () => {
    await portal.create('acme/impossible', {
      'catalog-info.yaml': component('impossible'),
      'mkdocs.yml': 'docs_dir: ../..',
    });
    await waitForPage('impossible', 'could not be built');
    await expect(readPage('impossible')).resolves.toContain(
      'outside the source',
    );

    await portal.push('acme/impossible', {
      'mkdocs.yml': undefined,
      'docs/index.md': '# Possible after all',
    });

    expect(await waitForPage('impossible', 'Possible after all')).toContain(
      'Possible after all',
    );
  });

  it('are brought up to date after a start, when something was missed', async () => {
    await portal.create('acme/missed', {
      'catalog-info.yaml': component('missed'),
      'docs/index.md': '# Missed docs',
    });
    await waitForPage('missed', 'Missed docs');
    await portal.stop();
    await rm(path.join(directory, 'docs/default/component/missed'), {
      recursive: true,
    });

    portal = await start();

    expect(await waitForPage('missed', 'Missed docs')).toContain('Missed docs');
  });

  it('leave nothing behind but the sites', async () => {
    // A site can be read a moment before its build has cleaned up.
    const work = path.join(directory, 'work');
    await portal.waitFor('an empty working directory', async () => {
      return (await readdir(work)).length === 0;
    });

    expect(await readdir(work)).toEqual([]);
  });
});
