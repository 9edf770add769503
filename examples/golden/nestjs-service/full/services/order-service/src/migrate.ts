import { applyMigrations, connectionOptions } from '@platform/common/postgres';
import { databaseSettings, loadConfiguration } from '@platform/config';
import { z } from 'zod';

// Migrations run before the service, and know the settings of the database alone.
const settings = z.object(databaseSettings({ name: 'order-service' }));
const directory = new URL('../prisma/migrations', import.meta.url).pathname;
const applied = await applyMigrations(connectionOptions(loadConfiguration(settings)), directory);
console.info(applied.length === 0 ? 'The database is up to date' : `Applied ${applied.join(', ')}`);
