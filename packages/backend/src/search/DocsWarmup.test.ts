import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DocsWarmup } from './DocsWarmup';

function component(name: string, annotations = {}) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: {},
  };
}

const documented = { 'backstage.io/techdocs-ref': 'dir:.' };

describe('DocsWarmup', () => {
  let techdocs: Server;
  let requested: string[];

  beforeEach(async () => {
    requested = [];
    techdocs = createServer((request, response) => {
      requested.push(String(request.url));
      response.setHeader('Content-Type', 'text/event-stream');
      response.write('event: log\ndata: "building"\n\n');
      response.end(
        request.url?.includes('broken')
          ? 'event: error\ndata: "no mkdocs.yml"\n\n'
          : 'event: finish\ndata: {"updated":true}\n\n',
      );
    });
    await new Promise<void>(done => techdocs.listen(0, '127.0.0.1', done));
  });

  afterEach(() => new Promise(done => techdocs.close(done)));

  function createWarmup(names: Array<ReturnType<typeof component>>) {
    const logger = mockServices.logger.mock();
    // A server that listens on a port has an address of this form.
    const { port } = techdocs.address() as AddressInfo;
    const warmup = DocsWarmup.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: names }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
      logger,
    });
    return { warmup, logger };
  }

  it('builds the docs of every entity that has a source, and of no other', async () => {
    const { warmup } = createWarmup([
      component('billing', documented),
      component('orders'),
    ]);
    await warmup.run();
    expect(requested).toEqual(['/sync/default/Component/billing']);
  });

  it('names a site that fails and goes on with the next', async () => {
    const { warmup, logger } = createWarmup([
      component('broken', documented),
      component('working', documented),
    ]);
    await warmup.run();
    expect(requested).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        'Component broken were not built: "no mkdocs.yml"',
      ),
    );
  });
});
