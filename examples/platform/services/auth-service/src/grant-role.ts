import { parseArgs } from 'node:util';
import { connectionOptions } from '@platform/common/postgres';
import { databaseSettings, loadConfiguration } from '@platform/config';
import { PrismaPg } from '@prisma/adapter-pg';
import { z } from 'zod';
import { Role } from './accounts/account.js';
import { Database } from './database/database.js';

// Gives a role to an account without an administrator: somebody has to be the first one.
const { positionals } = parseArgs({ allowPositionals: true });
const [email = '', role] = positionals;
const granted = Role.parse(role);

const settings = z.object(databaseSettings({ name: 'auth-service' }));
const adapter = new PrismaPg(connectionOptions(loadConfiguration(settings)));
const database = new Database({ adapter });
const { count } = await database.account.updateMany({
  where: { email: email.toLowerCase(), NOT: { roles: { has: granted } } },
  data: { roles: { push: granted } },
});
await database.$disconnect();
console.info(
  count === 1 ? `${email} is now ${granted}` : `Nothing changed: no account of ${email} lacks the role ${granted}`,
);
process.exitCode = count === 1 ? 0 : 1;
