import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationSchema } from '../src/configuration.js';
import { sampleVariables } from '../src/sample-variables.js';
import { startService } from './support/start-service.js';

describe('calls from the pages of other sites', () => {
  let service: Awaited<ReturnType<typeof startService>>;

  beforeAll(async () => {
    service = await startService({ CORS_ORIGINS: 'https://a.example.com, https://b.example.com' });
  });

  afterAll(() => service.stop());

  it.each([
    ['https://b.example.com', 'https://b.example.com'],
    ['https://evil.example.com', null],
  ])('from %s are allowed as %s', async (origin, allowed) => {
    const response = await service.request('/health/live', { headers: { origin } });

    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  it.each([[undefined], [''], ['*'], ['https://shop.example.com/']])('cannot be configured as %s', CORS_ORIGINS => {
    expect(configurationSchema.safeParse({ ...sampleVariables, CORS_ORIGINS }).success).toBe(false);
  });
});
