import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ForgeEvents,
  forgeServiceRef,
  type ForgeHost,
} from '@groundwork/plugin-forge-node';
import request from 'supertest';
import { Forge } from './Forge';
import { forgePlugin } from './plugin';

const DANA = mockCredentials.user('user:default/dana');
const VERA = mockCredentials.user('user:default/vera');
const SVG = '<svg onload="alert(1)"/>';
const HEAD = 'a'.repeat(40);

const dana: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'dana', namespace: 'default' },
  spec: { profile: { displayName: 'Dana Okafor', email: 'dana@example.com' } },
};

/** A remote host with one repository; what it is asked is what the tests look at. */
function createHost() {
  const repository = {
    host: 'example.org',
    namespace: 'acme',
    name: 'orders',
    owner: 'group:default/payments',
    defaultBranch: 'main',
    url: '',
    cloneUrl: '',
  };
  return {
    id: 'example.org',
    ownsUrl: () => false,
    getRepository: jest.fn(async () => repository),
    listRepositories: jest.fn(async () => [repository]),
    listNamespaces: jest.fn(async () => ['acme']),
    readBytes: jest.fn(async () => Buffer.from(SVG)),
    commit: jest.fn(async () => ({ id: HEAD })),
    getChange: jest.fn(async () => ({ author: 'user:default/dana' })),
    openChange: jest.fn(async () => ({ number: 1 })),
    reviewChange: jest.fn(async () => ({})),
    mergeChange: jest.fn(async () => ({})),
    closeChange: jest.fn(async () => ({})),
  };
}

type Conditional = Awaited<
  ReturnType<
    ReturnType<typeof mockServices.permissions.mock>['authorizeConditional']
  >
>[number];

async function start(decisions: Record<string, Conditional> = {}) {
  const host = createHost();
  const { server } = await startTestBackend({
    features: [
      forgePlugin,
      catalogServiceMock.factory({ entities: [dana] }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(
            ({ permission }) =>
              decisions[permission.name] ?? { result: AuthorizeResult.ALLOW },
          ),
      }).factory,
      createServiceFactory({
        service: forgeServiceRef,
        deps: {},
        factory: () =>
          Forge.create({
            // The tests call no other method.
            hosts: [host as unknown as ForgeHost],
            events: ForgeEvents.create({ logger: mockServices.logger.mock() }),
          }),
      }),
    ],
  });
  const call = (
    method: 'get' | 'post' | 'delete',
    pathname: string,
    user = DANA,
  ) =>
    request(server)
      [method](`/api/forge${pathname}`)
      .set(
        'Authorization',
        mockCredentials.user.header(user.principal.userEntityRef),
      );
  return { call, host, server };
}

const OWNER_ONLY: Conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'forge',
  resourceType: 'forge-repository',
  conditions: {
    rule: 'IS_REPOSITORY_OWNER',
    resourceType: 'forge-repository',
    params: { claims: ['group:default/checkout'] },
  },
};
const DENY: Conditional = { result: AuthorizeResult.DENY };
const REPOSITORY = '/repositories/acme/orders';

describe('the API of the forge', () => {
  it('answers nobody without credentials', async () => {
    const { server } = await start();
    const response = await request(server)
      .get('/api/forge/repositories')
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('says what the user may do with a repository', async () => {
    const { call } = await start({
      'forge.repository.push': OWNER_ONLY,
      'forge.repository.merge': OWNER_ONLY,
    });
    const { body } = await call('get', REPOSITORY).expect(200);
    expect(body.access).toEqual({ propose: true, push: false, merge: false });
  });

  it('hides a repository that the user may not read', async () => {
    const { call } = await start({ 'forge.repository.read': OWNER_ONLY });
    await call('get', REPOSITORY).expect(404);
    const { body } = await call('get', '/repositories').expect(200);
    expect(body.items).toEqual([]);
  });

  it('gives raw content that no browser runs', async () => {
    const { call } = await start();
    const response = await call('get', `${REPOSITORY}/raw?path=a.svg`).expect(
      200,
    );
    expect(response.text).toBe(SVG);
    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': "attachment; filename*=UTF-8''a.svg",
    });
  });

  it('records a commit with the name of the user', async () => {
    const { call, host } = await start();
    await call('post', `${REPOSITORY}/commits`)
      .send({
        branch: 'main',
        expectedHead: HEAD,
        message: 'Fix',
        edits: [{ path: 'a', content: 'b' }],
      })
      .expect(201);
    expect(host.commit).toHaveBeenCalledWith(
      expect.objectContaining({
        actor: {
          ref: 'user:default/dana',
          signature: { name: 'Dana Okafor', email: 'dana@example.com' },
        },
      }),
    );
  });

  it.each([
    ['an unknown key', { actor: 'user:default/adam' }],
    ['no edits', { edits: [] }],
    ['a short head', { expectedHead: 'abc' }],
  ])('refuses a commit with %s', async (_what, wrong) => {
    const { call, host } = await start();
    await call('post', `${REPOSITORY}/commits`)
      .send({
        branch: 'main',
        expectedHead: HEAD,
        message: 'Fix',
        edits: [{ path: 'a' }],
        ...wrong,
      })
      .expect(400);
    expect(host.commit).not.toHaveBeenCalled();
  });

  it('lets nobody merge without the permission', async () => {
    const { call, host } = await start({
      'forge.repository.merge': OWNER_ONLY,
    });
    await call('post', `${REPOSITORY}/changes/1/merge`)
      .send({ expectedHead: HEAD })
      .expect(403);
    expect(host.mergeChange).not.toHaveBeenCalled();
  });

  it('lets somebody who may not push propose edits, and no branch that exists', async () => {
    const { call, host } = await start({ 'forge.repository.push': DENY });
    await call('post', `${REPOSITORY}/changes`)
      .send({ title: 'Fix', sourceBranch: 'release' })
      .expect(403);
    expect(host.openChange).not.toHaveBeenCalled();
    await call('post', `${REPOSITORY}/changes`)
      .send({ title: 'Fix', edits: [{ path: 'a', content: 'b' }] })
      .expect(201);
  });

  it('lets an author close, but not approve, their own change', async () => {
    const { call, host } = await start({ 'forge.repository.merge': DENY });
    await call('post', `${REPOSITORY}/changes/1/reviews`)
      .send({ verdict: 'approve', expectedHead: HEAD })
      .expect(403);
    expect(host.reviewChange).not.toHaveBeenCalled();
    await call('post', `${REPOSITORY}/changes/1/close`, VERA).expect(403);
    expect(host.closeChange).not.toHaveBeenCalled();
    await call('post', `${REPOSITORY}/changes/1/close`).expect(200);
  });

  it('keeps the tokens of users apart', async () => {
    const { call } = await start();
    const { body: token } = await call('post', '/tokens')
      .send({ name: 'laptop' })
      .expect(201);
    expect(token.secret).toMatch(/^gwf_/);

    await call('delete', `/tokens/${token.id}`, VERA).expect(404);
    expect((await call('get', '/tokens', VERA)).body.items).toEqual([]);
    const { body } = await call('get', '/tokens').expect(200);
    expect(body.items).toEqual([
      expect.not.objectContaining({ secret: expect.anything() }),
    ]);
    await call('delete', `/tokens/${token.id}`).expect(204);
  });

  it.each([
    ['orders', false],
    ['Orders', false],
    ['..', false],
    ['payments', true],
  ])('says whether the name %s is free: %s', async (name, isAvailable) => {
    const { call } = await start();
    const encoded = encodeURIComponent(name).replaceAll('.', '%2E');
    const { body } = await call('get', `/namespaces/acme/names/${encoded}`);
    expect(body.isAvailable ?? false).toBe(isAvailable);
  });
});
