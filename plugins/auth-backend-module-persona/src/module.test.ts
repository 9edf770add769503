import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import authPersonaFeature from './index';

const dana = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'dana.okafor', namespace: 'default' },
  spec: { profile: { displayName: 'Dana Okafor', email: 'dana@acme.example' } },
};

const vera = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'vera.lind', namespace: 'default' },
  spec: {},
};

const persona = {
  default: 'developer',
  personas: {
    viewer: { title: 'Viewer', userEntityRef: 'user:default/vera.lind' },
    developer: {
      title: 'Developer',
      userEntityRef: 'user:default/dana.okafor',
    },
    late: { title: 'Late', userEntityRef: 'user:default/not.yet' },
  },
};

async function startBackend(
  providers: JsonObject = { persona },
  backend: JsonObject = {},
) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authPersonaFeature,
      catalogServiceMock.factory({ entities: [dana, vera] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { listen: { host: '127.0.0.1' }, ...backend },
          auth: { providers },
        },
      }),
    ],
  });
  return server;
}

describe('persona sign-in', () => {
  it('signs in as the default persona with the profile of its catalog user', async () => {
    const server = await startBackend();

    const { status, body } = await request(server).get(
      '/api/auth/persona/refresh',
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({
      profile: { displayName: 'Dana Okafor', email: 'dana@acme.example' },
      providerInfo: { persona: 'developer' },
      backstageIdentity: {
        token: expect.any(String),
        identity: { type: 'user', userEntityRef: 'user:default/dana.okafor' },
      },
    });
  });

  it('signs in as the persona that the header names, by POST as well', async () => {
    const server = await startBackend();

    const { body } = await request(server)
      .post('/api/auth/persona/refresh')
      .set('x-groundwork-persona', 'viewer');

    expect(body).toMatchObject({
      profile: { displayName: 'Viewer' },
      backstageIdentity: {
        identity: { userEntityRef: 'user:default/vera.lind' },
      },
    });
  });

  it('names the personas when asked for an unknown one', async () => {
    const { status, body } = await request(await startBackend())
      .get('/api/auth/persona/refresh')
      .set('x-groundwork-persona', 'root');

    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: "No persona 'root'; configured: viewer, developer, late",
    });
  });

  it('asks to try again while the catalog does not hold the user', async () => {
    const { status, body } = await request(await startBackend())
      .get('/api/auth/persona/refresh')
      .set('x-groundwork-persona', 'late');

    expect(status).toBe(503);
    expect(body.error.name).toBe('ServiceUnavailableError');
    expect(body.error.message).toMatch(
      /no user:default\/not\.yet for persona 'late' yet; try again/,
    );
  });

  it('refuses a foreign page', async () => {
    const { status, body } = await request(await startBackend())
      .get('/api/auth/persona/refresh')
      .set('Origin', 'https://attacker.example')
      .set('Sec-Fetch-Site', 'cross-site');

    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain('token');
  });

  it('refuses a rebound host name', async () => {
    const { status } = await request(await startBackend())
      .get('/api/auth/persona/refresh')
      .set('Host', 'rebound.attacker.example');

    expect(status).toBe(403);
  });

  it('is absent when it is not configured', async () => {
    const { status } = await request(await startBackend({})).get(
      '/api/auth/persona/refresh',
    );

    expect(status).toBe(404);
  });

  it('stops the start when the default persona does not exist', async () => {
    await expect(
      startBackend({ persona: { ...persona, default: 'boss' } }),
    ).rejects.toThrow(
      /default is 'boss'; configured personas: viewer, developer, late/,
    );
  });

  it('stops the start in production, whatever backend.startup says', async () => {
    const replaced = jest.replaceProperty(process, 'env', {
      ...process.env,
      NODE_ENV: 'production',
    });

    await expect(
      startBackend(
        { persona },
        {
          startup: {
            default: {
              onPluginBootFailure: 'continue',
              onPluginModuleBootFailure: 'continue',
            },
          },
        },
      ),
    ).rejects.toThrow(/Refusing to start: auth\.providers\.persona/);
    replaced.restore();
  });
});
