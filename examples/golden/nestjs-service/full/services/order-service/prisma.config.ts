import { defineConfig } from 'prisma/config';

if (process.argv.includes('generate')) {
  // Only migrations need the schema engine. Naming a file keeps Prisma from downloading it in every build.
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  // For `prisma migrate` on the machine of a developer; the service has its own settings.
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
