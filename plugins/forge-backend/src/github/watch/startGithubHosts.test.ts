import {
  createBackendPlugin,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ForgeEvents, forgeServiceRef } from '@groundwork/plugin-forge-node';
import request from 'supertest';
import { Forge } from '../../Forge';
import {
  createDelivery,
  payloadFor,
  toHeaders,
  WEBHOOK_SECRET,
} from '../testing/createDelivery';
import { eventually } from '../../__testUtils__/eventually';
import { useStage } from '../testing/useStage';
import { startGithubHosts } from './startGithubHosts';

describe('The webhook of GitHub over HTTP', () => {
  const stage = useStage({ webhookSecret: WEBHOOK_SECRET });

  async function start(hosts = [stage().host]) {
    const { server } = await startTestBackend({
      features: [
        createServiceFactory({
          service: forgeServiceRef,
          deps: {},
          factory: () =>
            Forge.create({
              hosts,
              events: ForgeEvents.create({
                logger: mockServices.logger.mock(),
              }),
            }),
        }),
        createBackendPlugin({
          pluginId: 'forge',
          register(env) {
            env.registerInit({
              deps: {
                forge: forgeServiceRef,
                httpRouter: coreServices.httpRouter,
                scheduler: coreServices.scheduler,
              },
              init: startGithubHosts,
            });
          },
        }),
      ],
    });
    return (path = '') =>
      request(server).post(`/api/forge/github/webhook${path}`);
  }

  const created = () =>
    createDelivery('repository', { action: 'created', ...payloadFor() });

  it.each(['', '/ghe.example.com'])(
    'takes signed deliveries at %p',
    async path => {
      const post = await start();
      const delivery = created();
      const send = () =>
        post(path).set(toHeaders(delivery)).send(delivery.body.toString());
      await send().expect(202, { result: 'accepted' });
      await send().expect(202, { result: 'repeated' });
      expect(stage().events).toHaveLength(1);
    },
  );

  it('refuses forged, unsigned and foreign requests', async () => {
    const post = await start();
    const delivery = created();
    const body = delivery.body.toString();
    const headers = toHeaders(delivery);
    await post().set(headers).send(`${body} `).expect(401);
    const { 'x-hub-signature-256': _signature, ...unsigned } = headers;
    await post().set(unsigned).send(body).expect(401);
    const { 'x-github-delivery': _id, ...anonymous } = headers;
    await post().set(anonymous).send(body).expect(400);
    await post()
      .set({ ...headers, 'content-type': 'application/x-www-form-urlencoded' })
      .send(`payload=${body}`)
      .expect(400);
    await post('/github.com').set(headers).send(body).expect(404);
    expect(stage().events).toEqual([]);
  });

  it('refuses a body that is larger than any of GitHub', async () => {
    const post = await start();
    const delivery = createDelivery('push', {
      text: 'x'.repeat(26 * 1024 * 1024),
    });
    const { status } = await post()
      .set(toHeaders(delivery))
      .send(delivery.body.toString());
    expect(status).toBe(413);
  }, 30_000);

  it('is not there without a secret', async () => {
    const post = await start([
      stage().createHost({ webhookSecret: undefined }),
    ]);
    const delivery = created();
    const { status } = await post()
      .set(toHeaders(delivery))
      .send(delivery.body.toString());
    expect(status).toBe(404);
  });

  it('polls, too', async () => {
    const { fake } = stage();
    await start();
    await eventually(async () =>
      expect(fake.count('GET', /orgs\/acme\/repos/)).toBeGreaterThan(0),
    );
  });
});
