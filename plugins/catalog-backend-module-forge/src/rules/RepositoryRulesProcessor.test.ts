import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { FORGE_ORIGIN } from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ForgeHost,
} from '@groundwork/plugin-forge-node';
import { RepositoryRulesProcessor } from './RepositoryRulesProcessor';

const GITHUB = 'https://github.com';

/** What the rules ask of a host. */
function hostOf(id: string, origin: string): ForgeHost {
  const host: Partial<ForgeHost> = {
    id,
    ownsUrl: url => url.startsWith(`${origin}/`),
    listNamespaces: async () => ['acme', 'groundwork'],
  };
  return host as ForgeHost;
}

const hosts = [
  hostOf(EMBEDDED_HOST_ID, FORGE_ORIGIN),
  hostOf('github.com', GITHUB),
];

const config = {
  integrations: {
    gitlab: [
      {
        host: new URL(FORGE_ORIGIN).host,
        apiBaseUrl: `${FORGE_ORIGIN}/api/v4`,
        baseUrl: FORGE_ORIGIN,
      },
    ],
  },
  catalog: {
    locations: [
      { type: 'url', target: `${GITHUB}/acme/org/blob/main/all.yaml` },
    ],
  },
};

const FILE = `${FORGE_ORIGIN}/acme/orders/-/blob/main/catalog-info.yaml`;

/** Processes an entity that was read from a file, as the catalog does. */
async function check(
  entity: Partial<Entity>,
  { file = FILE, origin = FILE, options = {} as JsonObject } = {},
): Promise<Entity> {
  const processor = RepositoryRulesProcessor.fromConfig(
    new ConfigReader({
      ...config,
      catalog: { ...config.catalog, providers: { forge: options } },
    }),
    { forge: { findHost: url => hosts.find(host => host.ownsUrl(url)) } },
  );
  return processor.preProcessEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders' },
      ...entity,
    },
    { type: 'url', target: file },
    () => undefined,
    { type: 'url', target: origin },
  );
}

const location = (spec: JsonObject) => ({ kind: 'Location', spec });

const annotated = (name: string, value: string, kind = 'Component') => ({
  kind,
  metadata: {
    name: 'orders',
    annotations: { [`backstage.io/${name}`]: value },
  },
});

const takesText = (target: string) => ({
  kind: 'API',
  spec: { definition: { $text: target } },
});

describe('what a repository may bring into the catalog', () => {
  it.each<[string, Partial<Entity>]>([
    ['a component', {}],
    [
      'a Location of its own files',
      location({ targets: ['./a/*.yaml', '/b.yaml'] }),
    ],
    ['its own address', location({ target: FILE, type: 'url' })],
    ['a definition in another file', takesText('./api/openapi.yaml')],
    [
      'a schema reference',
      { spec: { a: { $ref: 'https://json-schema.org/x' } } },
    ],
    ['docs beside it', annotated('techdocs-ref', 'dir:.')],
    [
      'docs of another repository',
      annotated('techdocs-ref', `url:${FORGE_ORIGIN}/acme/docs/-/tree/main`),
    ],
    [
      'a source in another repository',
      annotated('source-location', `url:${FORGE_ORIGIN}/acme/lib/-/tree/main/`),
    ],
  ])('takes %s', async (_what, entity) => {
    await expect(check(entity)).resolves.toMatchObject(entity);
  });

  it.each<[string, Partial<Entity>, RegExp]>([
    ['a user', { kind: 'User' }, /users and groups come only from/],
    [
      'a group in other letters',
      { kind: 'group' },
      /users and groups come only from/,
    ],
    [
      'a template',
      { kind: 'Template' },
      /templateNamespaces allows only: groundwork/,
    ],
    [
      'a Location of another repository',
      location({ target: `${FORGE_ORIGIN}/acme/other/-/blob/main/a.yaml` }),
      /outside/,
    ],
    [
      'a Location of another branch',
      location({ target: `${FORGE_ORIGIN}/acme/orders/-/blob/evil/a.yaml` }),
      /outside/,
    ],
    [
      'a Location of another host',
      location({ targets: ['./a.yaml', 'http://169.254.169.254/latest'] }),
      /169\.254/,
    ],
    [
      'a Location of another GitHub repository',
      location({ target: `${GITHUB}/acme/orders/blob/main/catalog-info.yaml` }),
      /outside/,
    ],
    [
      'a Location that climbs',
      location({ target: '../../../other/-/blob/main/a.yaml' }),
      /outside/,
    ],
    [
      'a Location that climbs encoded',
      location({ target: './..%2F..%2Fa.yaml' }),
      /outside/,
    ],
    [
      'a Location on the disk',
      location({ type: 'file', target: '/etc/passwd' }),
      /has the type 'file'/,
    ],
    [
      'a definition of another host',
      takesText('http://localhost:9200/secret'),
      /placeholder for 'http:\/\/localhost/,
    ],
    [
      'a definition of another repository',
      takesText(`${FORGE_ORIGIN}/acme/other/-/raw/main/a`),
      /outside/,
    ],
    [
      'a source on the disk',
      annotated('source-location', 'file:/etc/'),
      /begins with url:/,
    ],
    [
      'a source of another host',
      annotated('source-location', 'url:https://example.org/a/b/tree/main/'),
      /no repository of the forge/,
    ],
    [
      'docs of another host',
      annotated('techdocs-ref', 'url:https://example.org/acme/docs'),
      /no repository of the forge/,
    ],
    [
      'docs of another host as a directory',
      annotated('techdocs-ref', 'dir:https://example.org/acme/docs'),
      /no repository of the forge/,
    ],
    [
      'docs of a foreign organisation',
      annotated('techdocs-ref', `url:${GITHUB}/stranger/docs/tree/main`),
      /no repository of the forge/,
    ],
  ])('refuses %s', async (_what, entity, reason) => {
    await expect(check(entity)).rejects.toThrow(reason);
  });

  it('takes a template of an allowed namespace, but not with a source elsewhere', async () => {
    const file = `${FORGE_ORIGIN}/groundwork/templates/-/blob/main/catalog-info.yaml`;
    const elsewhere = annotated(
      'source-location',
      `url:${FORGE_ORIGIN}/acme/orders/-/tree/main/`,
      'Template',
    );

    await expect(
      check({ kind: 'Template' }, { file, origin: file }),
    ).resolves.toBeDefined();
    await expect(check(elsewhere, { file, origin: file })).rejects.toThrow(
      /outside/,
    );
  });

  it('refuses a file that was reached from another repository', async () => {
    const file = `${FORGE_ORIGIN}/groundwork/templates/-/blob/main/a.yaml`;
    await expect(check({}, { file })).rejects.toThrow(/The file .* outside/);
  });

  it('allows templates of the configured namespaces only', async () => {
    const options = { templateNamespaces: ['acme'] };
    await expect(
      check({ kind: 'Template' }, { options }),
    ).resolves.toBeDefined();
  });

  it('reads a GitHub repository as a file and as a directory', async () => {
    const origin = `${GITHUB}/acme/orders/blob/main/catalog-info.yaml`;
    const file = `${GITHUB}/Acme/orders/tree/main/services/a/catalog-info.yaml`;
    await expect(
      check(takesText('./openapi.yaml'), { origin, file }),
    ).resolves.toBeDefined();
  });

  it.each([
    [`${GITHUB}/acme/org/blob/main/all.yaml`, 'the operator named'],
    [
      `${GITHUB}/stranger/org/blob/main/all.yaml`,
      'belongs to no configured organisation',
    ],
  ])('leaves alone what began with %s, which %s', async origin => {
    await expect(check({ kind: 'User' }, { origin })).resolves.toBeDefined();
  });
});
