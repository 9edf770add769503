import { databaseSettings, grpcSettings, redisSettings, serverSettings, tokenSettings } from '@platform/config';
import { z } from 'zod';

const ORIGINS_EXPECTED = 'must list origins such as https://shop.example.com, separated by commas';

const origins = z
  .string(ORIGINS_EXPECTED)
  .transform(text => text.split(',').map(origin => origin.trim()))
  .pipe(z.array(z.string().regex(/^https?:\/\/[^/\s*]+$/, ORIGINS_EXPECTED)));

/** Every setting that the service reads. */
export const configurationSchema = z.object({
  ...serverSettings({ port: 3010 }),
  ...grpcSettings({ port: 13010 }),
  ...databaseSettings({ name: 'order-service' }),
  ...redisSettings,
  ...tokenSettings,
  CORS_ORIGINS: origins.describe('The sites whose pages may call the service; which ones is never guessed'),
});

/** What the service runs with. */
export type Configuration = z.infer<typeof configurationSchema>;
