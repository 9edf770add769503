import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService } from './support/start-service.js';

const PATH = '/v1/notes';

describe('the service over HTTP', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(() => service.stop());

  const create = (body: object) =>
    service.request(PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  // Requests that fail these casts fail their test as well.
  const created = async (name: string) => (await (await create({ name })).json()) as { id: string; name: string };
  const page = async (query: string) =>
    (await (await service.request(`${PATH}?${query}`)).json()) as { items: { id: string }[]; next?: string };

  it('creates, reads and deletes', async () => {
    const { id, name } = await created(' First ');
    expect(name).toBe('First');

    const path = `${PATH}/${id}`;
    expect((await service.request(path)).status).toBe(200);
    expect((await service.request(path, { method: 'DELETE' })).status).toBe(204);
    expect((await service.request(path)).status).toBe(404);
    expect((await service.request(path, { method: 'DELETE' })).status).toBe(404);
  });

  it('lists page by page in the order of creation', async () => {
    const first = await created('a');
    const second = await created('b');
    const third = await created('c');

    const start = await page('limit=2');
    expect(start).toMatchObject({ items: [first, second], next: second.id });
    expect(await page(`limit=2&after=${start.next}`)).toEqual({ items: [expect.objectContaining(third)] });
  });

  it('lists nothing after what does not exist', async () => {
    expect(await page('after=0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f')).toEqual({ items: [] });
  });

  it('says what is wrong with a request', async () => {
    const response = await create({ name: '', colour: 'red' });

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      title: 'Bad Request',
      errors: expect.arrayContaining([expect.objectContaining({ path: 'name' })]),
    });
  });

  it.each([
    [`${PATH}?limit=1000`, 400],
    [`${PATH}/not-an-id`, 400],
    ['/nowhere', 404],
  ])('answers %s with problem details and status %i', async (path, status) => {
    const response = await service.request(path);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status });
  });

  it('is ready, and counts requests by route', async () => {
    expect((await service.request('/health/ready')).status).toBe(200);
    await service.request(`${PATH}/0190a6f2-7c1b-7cc3-98c4-dc0c0c07398f`);

    const metrics = await (await service.request('/metrics')).text();
    expect(metrics).toContain(`route="${PATH}/:id",status="404"`);
    expect(metrics).not.toContain('0190a6f2');
  });
});
