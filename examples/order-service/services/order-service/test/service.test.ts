import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../src/application.js';
import { configurationSchema } from '../src/platform/config/configuration.js';
import { sampleVariables } from '../src/platform/config/sample-variables.js';

describe('the service over HTTP', () => {
  let application: Awaited<ReturnType<typeof createApplication>>;
  let origin: string;

  beforeAll(async () => {
    application = await createApplication(configurationSchema.parse(sampleVariables));
    await application.listen(0, '127.0.0.1');
    origin = await application.getUrl();
  });

  afterAll(() => application.close());

  const get = (path: string, init?: RequestInit) => fetch(new URL(path, origin), init);
  const create = (body: string) =>
    get('/v1/orders', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  it('creates, reads and deletes', async () => {
    const created = await create(JSON.stringify({ name: ' First ' }));
    expect(created.status).toBe(201);
    const { id, name } = (await created.json()) as { id: string; name: string };
    expect(name).toBe('First');

    const path = `/v1/orders/${id}`;
    expect((await get(path)).status).toBe(200);
    expect((await get(path, { method: 'DELETE' })).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });

  it('says what is wrong with a request', async () => {
    const response = await create(JSON.stringify({ name: '', colour: 'red' }));

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      title: 'Bad Request',
      errors: expect.arrayContaining([expect.objectContaining({ path: 'name' })]),
    });
  });

  it.each([
    ['/v1/orders?limit=1000', 400],
    ['/v1/orders/not-an-id', 400],
    ['/nowhere', 404],
  ])('answers %s with problem details and status %i', async (path, status) => {
    const response = await get(path);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status });
  });

  it('refuses a body that is no JSON, and one that is too large', async () => {
    expect((await create('{')).status).toBe(400);
    expect((await create(JSON.stringify({ name: 'a'.repeat(200_000) }))).status).toBe(413);
  });

  it('returns the id of a request, and makes one instead of a malformed one', async () => {
    const given = await get('/health/live', { headers: { 'x-request-id': 'order-1' } });
    const forged = await get('/health/live', { headers: { 'x-request-id': 'a b' } });

    expect(given.headers.get('x-request-id')).toBe('order-1');
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is live and ready, and counts requests by route', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    await get('/nowhere');
    await get('/v1/orders/0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f');

    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('route="unmatched",status="404"');
    expect(metrics).toContain('route="/v1/orders/:id",status="404"');
    expect(metrics).not.toContain('0190a6f2');
  });

  it('publishes its contract without the operational endpoints', async () => {
    const response = await get('/openapi.json');

    expect(await response.json()).toMatchObject({ openapi: '3.1.0', paths: { '/v1/orders': {} } });
    expect(JSON.stringify(await (await get('/openapi.json')).json())).not.toContain('/metrics');
  });
});
