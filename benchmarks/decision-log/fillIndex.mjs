import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRecord } from './records.mjs';

const PLUGIN = fileURLToPath(
  new URL('../../plugins/adr-backend/', import.meta.url),
);
const require = createRequire(path.join(PLUGIN, 'package.json'));
// Lets Node load the TypeScript of the plugin.
require('@backstage/cli/config/nodeTransform.cjs');
const knexOf = require('knex');
const { IndexWriter } = require('./src/database/IndexWriter.ts');
const { SourceStore } = require('./src/database/SourceStore.ts');
const { buildIndex } = require('./src/index/buildIndex.ts');

const FOLDER = 'docs/adr';

/** Where nothing is at another host. */
const NO_FORGE = { findHost: () => undefined };

/**
 * Writes the records of repositories into a new index, with the code that the log itself reads them with.
 *
 * @returns seconds that it took
 */
export async function fillIndex(directory, repositories, recordsEach) {
  const knex = openIndex(directory);
  try {
    await knex.migrate.latest({ directory: path.join(PLUGIN, 'migrations') });
    const plans = repositories.map(({ source, ...place }) => ({
      id: source,
      location: { kind: 'url' },
      places: [{ ...place, directory: '', folders: [] }],
    }));
    const now = Date.now();
    await SourceStore.create(knex).replacePlans(plans, {
      now,
      retentionMs: now,
    });
    const writer = IndexWriter.create(knex);
    for (const repository of repositories) {
      await writer.replace(
        repository.source,
        await indexOf(repository, recordsEach),
        { moves: [], also: async () => {} },
      );
    }
    return (Date.now() - now) / 1000;
  } finally {
    await knex.destroy();
  }
}

/** Opens the index as the plugin does. */
export function openIndex(directory) {
  return knexOf({
    client: 'better-sqlite3',
    connection: { filename: path.join(directory, 'adr.sqlite') },
    useNullAsDefault: true,
  });
}

async function indexOf({ source, index, ...place }, count) {
  const files = Array.from({ length: count }, (_, at) => ({
    path: `${FOLDER}/${String(at + 1).padStart(4, '0')}-decision.md`,
    blob: `${index}-${at}`,
    text: createRecord({ seed: index + 1, number: at + 1, count }),
  }));
  const known = new Set(files.map(file => file.path));
  return buildIndex(
    {
      fingerprint: source,
      folders: [{ ...place, path: FOLDER, entityRefs: [place.entityRef] }],
      files,
      settings: new Map(),
      exists: file => known.has(file),
    },
    {
      source,
      today: new Date().toISOString().slice(0, 10),
      lint: { rules: {}, proposedDays: 30 },
      forge: NO_FORGE,
    },
  );
}
