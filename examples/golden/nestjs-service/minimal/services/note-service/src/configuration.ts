import { serverSettings } from '@platform/config';
import { z } from 'zod';

/** Every setting that the service reads. */
export const configurationSchema = z.object({
  ...serverSettings({ port: 3000 }),
});

/** What the service runs with. */
export type Configuration = z.infer<typeof configurationSchema>;
