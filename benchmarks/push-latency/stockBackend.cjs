/**
 * The plugins that a push goes through, without what Groundwork adds to follow it: a registered location, TechDocs that
 * builds on page views, search on its schedule. The Git host, the Markdown renderer and the database journal are those of
 * Groundwork, so that the way to follow a push is all that differs.
 */
const { createBackend } = require('@backstage/backend-defaults');

const backend = createBackend();
for (const feature of [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-events-backend',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-techdocs-backend',
  '@backstage/plugin-search-backend',
  '@backstage/plugin-search-backend-module-catalog',
  '@backstage/plugin-search-backend-module-techdocs',
  '@groundwork/plugin-techdocs-backend-module-markdown',
  '@groundwork/plugin-forge-backend',
  '../../packages/backend/src/catalog/sqliteJournalModule',
]) {
  backend.add(require(feature).default);
}
backend.start();
