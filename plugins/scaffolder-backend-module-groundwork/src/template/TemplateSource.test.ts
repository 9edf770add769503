import {
  FORGE_ORIGIN,
  formatStoredUrl,
  parseForgePath,
} from '@groundwork/plugin-forge-common';
import type {
  ForgeHost,
  ForgeService,
  TreeLocation,
} from '@groundwork/plugin-forge-node';
import { TemplateSource } from './TemplateSource';

const COMMIT = 'c'.repeat(40);
const BASE = `${FORGE_ORIGIN}/groundwork/templates/-/blob/main`;
const PINNED = `${FORGE_ORIGIN}/groundwork/templates/-/tree/${COMMIT}`;

/** The calls that pinning makes, for repositories whose every branch is at one commit. */
const host = {
  ownsUrl: (url: string) => url.startsWith(FORGE_ORIGIN),
  async locate(url: string) {
    const { rest = '', ...name } = {
      rest: '',
      ...parseForgePath(new URL(url).pathname),
    };
    const [revision, ...path] = rest.split('/');
    return { ...name, revision, path: path.join('/').replace(/\/$/, '') };
  },
  resolveRevision: async () => COMMIT,
  formatUrl: ({
    revision,
    path,
    ...place
  }: TreeLocation & { view: 'blob' | 'tree' }) =>
    formatStoredUrl({
      ...place,
      rest: [revision, path].filter(Boolean).join('/'),
    }),
};

const forge: Pick<ForgeService, 'findHost'> = {
  findHost: url =>
    // The source asks nothing else of a host.
    host.ownsUrl(url) ? (host as unknown as ForgeHost) : undefined,
};

const locate = (source: string) =>
  TemplateSource.locate(
    {
      name: 'probe',
      annotations: {
        'backstage.io/managed-by-location': `${source}probe.yaml`,
        'backstage.io/source-location': source,
      },
    },
    forge as ForgeService,
  );

describe('TemplateSource', () => {
  it.each([
    ['./layers/ci', 'tree', `${PINNED}/golden/layers/ci`],
    ['layers/ci/', 'tree', `${PINNED}/golden/layers/ci`],
    ['../shared', 'tree', `${PINNED}/shared`],
    ['/shared', 'tree', `${PINNED}/shared`],
    ['.', 'tree', `${PINNED}/golden`],
    [
      './README.md',
      'blob',
      `${FORGE_ORIGIN}/groundwork/templates/-/blob/${COMMIT}/golden/README.md`,
    ],
    [
      `${FORGE_ORIGIN}/acme/parts/-/tree/main/ci`,
      'tree',
      `${FORGE_ORIGIN}/acme/parts/-/tree/${COMMIT}/ci`,
    ],
  ] as const)('pins %s', async (url, view, pinned) => {
    const source = await locate(`url:${BASE}/golden/`);
    expect(await source.pin(url, view)).toEqual({
      url: pinned,
      commit: COMMIT,
    });
  });

  it.each([
    ['../../outside', 'outside its repository'],
    ['https://example.org/skeleton', 'cannot be pinned'],
    ['${{ parameters.skeleton }}', 'depends on answers'],
    ['./layers/${{ parameters.kind }}', 'depends on answers'],
  ])('refuses %s', async (url, reason) => {
    const source = await locate(`url:${BASE}/golden/`);
    await expect(source.pin(url, 'tree')).rejects.toThrow(reason);
  });

  it.each(['file:/templates/', 'url:https://example.org/acme/templates/'])(
    'refuses a template that is registered from %s',
    async source => {
      await expect(locate(source)).rejects.toThrow(
        "The template 'probe' is in no repository of a forge",
      );
    },
  );
});
