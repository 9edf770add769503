import { z } from 'zod';

/** What an account may be allowed to do, from least to most. Everybody begins as a reader. */
export const Role = z.enum(['reader', 'editor', 'admin']);

export type Role = z.infer<typeof Role>;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Length is what makes a password hard to guess; the upper bound keeps hashing cheap. */
const Password = z.string().min(12).max(128);

/** What a person sends to get an account. */
export const NewAccount = z
  .strictObject({
    email: Email,
    name: z.string().trim().min(1).max(100),
    password: Password,
  })
  .meta({ id: 'NewAccount' });

export type NewAccount = z.infer<typeof NewAccount>;

/** What a person changes of their own account. */
export const ProfileChange = z.strictObject({ name: z.string().trim().min(1).max(100) }).meta({ id: 'ProfileChange' });

export type ProfileChange = z.infer<typeof ProfileChange>;

export const RoleChange = z.strictObject({ roles: z.array(Role).min(1) }).meta({ id: 'RoleChange' });

export type RoleChange = z.infer<typeof RoleChange>;

/** An account as its owner and administrators read it. */
export const Account = z
  .object({
    id: z.uuid(),
    email: z.email(),
    name: z.string(),
    roles: z.array(Role),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Account' });

export type Account = z.infer<typeof Account>;

export const Credentials = z.strictObject({ email: Email, password: z.string().max(128) }).meta({ id: 'Credentials' });

export type Credentials = z.infer<typeof Credentials>;
