import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { DecisionCollatorFactory } from './DecisionCollatorFactory';
import { FollowingSchedule } from './FollowingSchedule';

const item = (id: string, path: string) => ({
  id,
  source: 'acme/orders',
  path,
  number: 1,
  title: `Title ${id}`,
  status: 'accepted',
  date: '2024-05-15',
  entityRef: 'component:default/orders',
  ownerRef: 'group:default/payments',
  tags: [],
  rules: [],
  format: 'madr-4',
  text: `---\nstatus: accepted\n---\n# Title ${id}\n\n## Context\n\nText *${id}*`,
});

describe('DecisionCollatorFactory', () => {
  let server: Server;
  let pages: Record<string, object>;
  let status: number;

  beforeEach(async () => {
    status = 200;
    server = createServer((request, response) => {
      response.statusCode = status;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(pages[String(request.url)]));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });

  afterEach(() => new Promise(done => server.close(done)));

  async function collect() {
    // A server that listens on a port has an address of this form.
    const { port } = server.address() as AddressInfo;
    const collator = await DecisionCollatorFactory.create({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
    }).getCollator();
    const documents: { location: string; authorization?: object }[] = [];
    for await (const document of collator) documents.push(document);
    return documents;
  }

  it('gives every page of decisions, each with the entity that decides who may find it', async () => {
    pages = {
      '/documents': { items: [item('a', 'docs/adr/0001-Use-X.md')], next: 'a' },
      '/documents?after=a': { items: [item('b', 'docs/adr/0002-b.md')] },
    };
    const documents = await collect();
    expect(documents).toEqual([
      expect.objectContaining({
        title: 'Title a',
        text: 'Context Text a',
        location: '/decisions/acme/orders/-/docs/adr/0001-Use-X.md',
        authorization: { resourceRef: 'component:default/orders' },
        status: 'accepted',
        date: '2024-05-15',
      }),
      expect.objectContaining({ title: 'Title b' }),
    ]);
  });

  it('fails as a whole when a page cannot be read, so that nothing is forgotten', async () => {
    pages = { '/documents': {} };
    status = 503;
    await expect(collect()).rejects.toThrow('503');
  });

  it('asks the catalog who may find a decision', () => {
    const factory = DecisionCollatorFactory.create({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock(),
    });
    expect(factory.visibilityPermission?.name).toBe('catalog.entity.read');
  });
});

describe('FollowingSchedule', () => {
  it('runs soon after changes, once for a burst of them', async () => {
    let runs = 0;
    const schedule = FollowingSchedule.create({
      schedule: { run: async () => undefined },
      logger: mockServices.logger.mock(),
    });
    schedule.follow();
    await schedule.run({ id: 'index', fn: async () => void (runs += 1) });
    schedule.follow();
    schedule.follow();
    await sleep(2_500);
    schedule.stop();
    expect(runs).toBe(1);
  });

  it('says so when a run fails, and stays ready', async () => {
    const logger = mockServices.logger.mock();
    const schedule = FollowingSchedule.create({
      schedule: { run: async () => undefined },
      logger,
    });
    await schedule.run({
      id: 'index',
      fn: async () => {
        throw new Error('no index');
      },
    });
    schedule.follow();
    await sleep(2_000);
    schedule.stop();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no index'),
    );
  });
});
