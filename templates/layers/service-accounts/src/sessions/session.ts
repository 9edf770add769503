import { z } from 'zod';

/** What a client holds after a log-in. */
export const Tokens = z
  .object({
    accessToken: z.string().describe('Send it as "authorization: Bearer <token>"'),
    expiresIn: z.int().describe('How many seconds the access token works'),
    refreshToken: z.string().describe('Exchange it for new tokens; it works once'),
  })
  .meta({ id: 'Tokens' });

export type Tokens = z.infer<typeof Tokens>;

export const RefreshRequest = z
  .strictObject({ refreshToken: z.string().min(1).max(100) })
  .meta({ id: 'RefreshRequest' });

export type RefreshRequest = z.infer<typeof RefreshRequest>;
