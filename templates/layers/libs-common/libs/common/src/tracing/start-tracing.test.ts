import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

describe('traces', () => {
  const requests: { path: string | undefined; traceparent: unknown; body: Buffer }[] = [];
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      requests.push({ path: request.url, traceparent: request.headers['traceparent'], body: await read(request) });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });

  afterAll(() => server.close());

  const read = async (request: IncomingMessage) => Buffer.concat(await request.toArray());

  it('follow a request to what it calls, and reach the collector', async () => {
    const service = fork(new URL('fixtures/service.js', import.meta.url), [origin, `${origin}/next`]);
    const [port] = await once(service, 'message');

    await fetch(`http://127.0.0.1:${port}/`, { headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` } });
    service.send('stop');
    await once(service, 'exit');

    expect(requests.find(({ path }) => path === '/next')?.traceparent).toContain(TRACE);
    const exported = requests.find(({ path }) => path === '/v1/traces');
    expect(exported?.body.includes('traced')).toBe(true);
    expect(exported?.body.includes(Buffer.from(TRACE, 'hex'))).toBe(true);
  });
});
