import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { measureLatency } from '../catalog-scale/measure.mjs';
import { openIndex } from './fillIndex.mjs';
import { SYSTEM } from './organisation.mjs';

const require = createRequire(
  fileURLToPath(
    new URL('../../plugins/adr-backend/package.json', import.meta.url),
  ),
);
const { DecisionReader } = require('./src/database/DecisionReader.ts');
const { DecisionGraphs } = require('./src/log/DecisionGraphs.ts');
const { DecisionLog } = require('./src/log/DecisionLog.ts');

const PAGE = { sort: 'relevance', order: 'desc', limit: 25, offset: 0 };

const LISTS = [
  { ...PAGE, facets: {} },
  { ...PAGE, facets: { status: ['accepted'], tag: ['security'] } },
  { ...PAGE, facets: { year: ['2024'] }, offset: 1000 },
  { ...PAGE, facets: { system: ['system:default/decided-system-3'] } },
];

const TEXTS = ['warehouse', 'token session', 'payment refund price', 'queue'];

/** Asks the log for what its pages show, as somebody who may read everything but one service. */
export async function measureIndex(directory, times) {
  const knex = openIndex(directory);
  try {
    const reader = DecisionReader.create(knex);
    const log = DecisionLog.create(reader);
    const graphs = DecisionGraphs.create(reader);
    const refs = new Set(await reader.listEntityRefs());
    refs.delete('component:default/decided-7');
    const mayRead = ref => refs.has(ref);
    return {
      'list with facets': await measureLatency(times, index =>
        log.list(LISTS[index % LISTS.length], mayRead),
      ),
      'full text': await measureLatency(times, index =>
        log.list(
          { ...PAGE, facets: {}, text: TEXTS[index % TEXTS.length] },
          mayRead,
        ),
      ),
      'graph of a system': await measureLatency(times, () =>
        graphs.draw({ systemRef: SYSTEM, relates: false }, mayRead),
      ),
    };
  } finally {
    await knex.destroy();
  }
}
