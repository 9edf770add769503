import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { forgeServiceFactory } from '../forgeServiceFactory';
import { forgePlugin } from '../plugin';
import {
  createDelivery,
  payloadFor,
  toHeaders,
  WEBHOOK_SECRET,
} from './testing/createDelivery';
import { useStage } from './testing/useStage';

describe('A portal whose configuration names GitHub', () => {
  const stage = useStage();

  async function start() {
    const { world } = stage().fake;
    const { server } = await startTestBackend({
      features: [
        forgePlugin,
        forgeServiceFactory,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: 'ghe.example.com',
                  apiBaseUrl: world.apiUrl,
                  token: world.accounts.addToken('portal'),
                },
              ],
            },
            forge: {
              github: [
                {
                  host: 'ghe.example.com',
                  organizations: ['acme'],
                  webhookSecret: WEBHOOK_SECRET,
                },
              ],
            },
          },
        }),
      ],
    });
    return server;
  }

  it('shows its repositories, and takes its deliveries without a sign-in', async () => {
    const orders = await stage().fake.world.addRepository('acme', 'orders');
    const head = await orders.push({ 'README.md': '# Orders' });
    const server = await start();
    const { body } = await request(server)
      .get('/api/forge/repositories?host=ghe.example.com')
      .set('Authorization', mockCredentials.user.header());
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'orders', head }),
    ]);
    const delivery = createDelivery('ping', payloadFor());
    const { status } = await request(server)
      .post('/api/forge/github/webhook/ghe.example.com')
      .set('Authorization', mockCredentials.none.header())
      .set(toHeaders(delivery))
      .send(delivery.body.toString());
    expect(status).toBe(202);
    const other = await request(server)
      .get('/api/forge/repositories')
      .set('Authorization', mockCredentials.none.header());
    expect(other.status).toBe(401);
  });
});
