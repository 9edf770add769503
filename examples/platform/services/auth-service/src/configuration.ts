import { databaseSettings, grpcSettings, serverSettings } from '@platform/config';
import { z } from 'zod';
import { accountSettings } from './accounts/account-settings.js';

/** Every setting that the service reads. */
export const configurationSchema = z.object({
  ...serverSettings({ port: 3001 }),
  ...grpcSettings({ port: 13001 }),
  ...databaseSettings({ name: 'auth-service' }),
  ...accountSettings,
});

/** What the service runs with. */
export type Configuration = z.infer<typeof configurationSchema>;
