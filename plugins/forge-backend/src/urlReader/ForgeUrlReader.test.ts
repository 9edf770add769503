import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import { FORGE_ORIGIN } from '@groundwork/plugin-forge-common';
import type { ForgeHost } from '@groundwork/plugin-forge-node';
import { ForgeUrlReader } from './ForgeUrlReader';

const BASE = `${FORGE_ORIGIN}/acme/orders/-/blob/main`;
const FILES: Record<string, string> = {
  'catalog-info.yaml': 'kind: Component',
  'services/a/catalog-info.yaml': 'kind: API',
  'services/a/openapi.yaml': 'openapi: 3.1.0',
};

/** The calls that the reader makes, answered from the table above. */
const host = {
  async locate(url: string) {
    const path = decodeURIComponent(url.slice(`${BASE}/`.length));
    if (path.includes('..')) {
      throw new InputError('Not a path');
    }
    return { namespace: 'acme', name: 'orders', revision: 'main', path };
  },
  formatUrl: ({ path }: { path: string }) => `${BASE}/${path}`,
  async readFile({ path }: { path: string }) {
    if (!Object.hasOwn(FILES, path)) {
      throw new NotFoundError(path);
    }
    return { id: `id of ${path}` };
  },
  readBytes: async ({ path }: { path: string }) => Buffer.from(FILES[path]),
  listCommits: async () => ({
    items: [{ committedAt: '2026-01-02T03:04:05Z' }],
  }),
  listFiles: async () => ({
    entries: Object.keys(FILES).map(path => ({
      path,
      type: 'file',
      id: `id of ${path}`,
    })),
  }),
};

function createReaders(withHost = true) {
  return UrlReaders.create({
    logger: mockServices.logger.mock(),
    config: new ConfigReader({
      integrations: {
        gitlab: [
          {
            host: 'forge.groundwork.internal',
            baseUrl: FORGE_ORIGIN,
            apiBaseUrl: `${FORGE_ORIGIN}/api/v4`,
          },
        ],
      },
    }),
    factories: [
      ({ treeResponseFactory }) => [
        {
          predicate: url => url.origin === FORGE_ORIGIN,
          reader: ForgeUrlReader.create({
            // The reader calls no other method in these tests.
            host: withHost ? (host as unknown as ForgeHost) : undefined,
            treeResponseFactory,
          }),
        },
      ],
    ],
  });
}

describe('ForgeUrlReader', () => {
  it('reads a file, and not again while its blob is the same', async () => {
    const url = `${BASE}/catalog-info.yaml`;
    const response = await createReaders().readUrl(url);
    expect((await response.buffer()).toString()).toBe('kind: Component');
    expect(response.lastModifiedAt).toEqual(new Date('2026-01-02T03:04:05Z'));
    await expect(
      createReaders().readUrl(url, { etag: response.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it.each([
    ['catalog-info.yaml', ['catalog-info.yaml']],
    ['nothing.yaml', []],
    [
      '**/catalog-info.yaml',
      ['catalog-info.yaml', 'services/a/catalog-info.yaml'],
    ],
    ['services/*/openapi.yaml', ['services/a/openapi.yaml']],
  ])('finds %s', async (pattern, paths) => {
    const { files, etag } = await createReaders().search(`${BASE}/${pattern}`);
    expect(files.map(({ url }) => url)).toEqual(
      paths.map(path => `${BASE}/${path}`),
    );
    await expect(
      createReaders().search(`${BASE}/${pattern}`, { etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('finds nothing outside a repository', async () => {
    await expect(
      createReaders().readUrl(`${BASE}/..%2F..%2Fother`),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('says what to set while there is no embedded host', async () => {
    await expect(
      createReaders(false).readUrl(`${BASE}/catalog-info.yaml`),
    ).rejects.toThrow(/set forge\.embedded/);
  });
});
