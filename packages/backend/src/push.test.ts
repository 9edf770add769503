import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runGit } from '@groundwork/plugin-forge-node';
import { PortalProcess } from './testing/PortalProcess';

jest.setTimeout(180_000);

const NAME = 'acme/pushed';

/** Files that show a word wherever a push is to be seen. */
function createFiles(word: string): Record<string, string> {
  return {
    'catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: pushed
  description: ${word}
  annotations: { backstage.io/techdocs-ref: dir:. }
spec: { type: service, lifecycle: production, owner: group:default/payments }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: pushed }
spec:
  type: openapi
  lifecycle: production
  owner: group:default/payments
  definition: { $text: ./openapi.yaml }
`,
    'openapi.yaml': `openapi: 3.1.0\ninfo: { title: ${word}, version: 1.0.0 }\n`,
    'docs/index.md': `# Pushed\n\n${word}\n`,
  };
}

describe('a push to the portal', () => {
  let directory: string;
  let portal: PortalProcess;
  let clone: string;

  const git = (...args: string[]) => runGit(args, { cwd: clone });

  async function push(word: string): Promise<void> {
    for (const [name, content] of Object.entries(createFiles(word))) {
      const file = path.join(clone, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const identity = ['-c', 'user.name=Dana', '-c', 'user.email=d@example.com'];
    await git('add', '--all');
    await git(...identity, 'commit', '-q', '-m', word);
    await git('push', '-q', 'origin', 'HEAD:main');
  }

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'portal-push-'));
    clone = path.join(directory, 'clone');
    const bare = path.join(directory, 'git', `${NAME}.git`);
    await mkdir(clone);
    await git('init', '-q', '--bare', '-b', 'main', bare);
    await git('clone', '-q', bare, '.');
    await push('before');
    portal = await PortalProcess.start({ directory });
    await git('remote', 'set-url', 'origin', `${portal.baseUrl}/forge/${NAME}`);
  });

  afterAll(async () => {
    await portal?.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is to be seen in the catalog, the API definition, the docs and search', async () => {
    const token = await portal.signIn('viewer');
    const read = async (pathname: string) => {
      const { body } = await portal.request<unknown>(pathname, { token });
      return JSON.stringify(body);
    };
    const search = async (type: string, word: string) => {
      const { body } = await portal.request<{ results: unknown[] }>(
        `/api/search/query?term=${word}&types=${type}`,
        { token },
      );
      return JSON.stringify(body.results);
    };
    const entity = '/api/catalog/entities/by-name';
    const places: Record<string, (word: string) => Promise<string>> = {
      catalog: () => read(`${entity}/component/default/pushed`),
      'API definition': () => read(`${entity}/api/default/pushed`),
      docs: () =>
        read('/api/techdocs/static/docs/default/component/pushed/index.html'),
      'catalog search': word => search('software-catalog', word),
      'docs search': word => search('techdocs', word),
    };
    const seeEverywhere = (word: string) =>
      Promise.all(
        Object.entries(places).map(([place, look]) =>
          portal.waitFor(`'${word}' in the ${place}`, async () =>
            (await look(word)).includes(word),
          ),
        ),
      );

    await seeEverywhere('before');
    await push('afterwards');

    await expect(seeEverywhere('afterwards')).resolves.toBeDefined();
  });
});
