import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readMemory } from '../catalog-scale/measure.mjs';
import { startPortal } from '../catalog-scale/portal.mjs';
import { measureIndex } from './measureIndex.mjs';
import { measurePage } from './measurePage.mjs';
import { fillIndex } from './fillIndex.mjs';
import {
  createPushed,
  listOthers,
  PUSHED,
  writeEntities,
} from './organisation.mjs';
import { createRecord } from './records.mjs';

const { values: options } = parseArgs({
  options: {
    repositories: { type: 'string', default: '500' },
    records: { type: 'string', default: '20' },
    requests: { type: 'string', default: '100' },
    pushes: { type: 'string', default: '5' },
    visits: { type: 'string', default: '5' },
  },
});
const repositories = Number(options.repositories);
const recordsEach = Number(options.records);

const ORGANISATION = fileURLToPath(
  new URL('../../catalog/all.yaml', import.meta.url),
);

/** The search takes up what it has not seen. */
const SETTLE_MS = 20_000;

const directory = await mkdtemp(path.join(tmpdir(), 'decision-log-'));
try {
  await measure();
} finally {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}

async function measure() {
  const repository = await createPushed(directory, recordsEach);
  const filled = await fillIndex(
    directory,
    listOthers(repositories),
    recordsEach,
  );
  console.log(`index of ${repositories} repositories: ${filled.toFixed(0)} s`);
  print(await measureIndex(directory, Number(options.requests)));
  const entities = await writeEntities(directory, repositories);
  const portal = await startPortal({
    directory,
    location: entities,
    extraConfig: {
      groundwork: { examples: false },
      catalog: { locations: [entities, ORGANISATION].map(createLocation) },
    },
  });
  try {
    await measurePortal(portal, repository);
  } finally {
    portal.stop();
  }
}

async function measurePortal(portal, repository) {
  await portal.waitFor(
    async () => (await countDecisions(portal)) >= repositories * recordsEach,
  );
  await portal.waitFor(
    async () => (await countEntities(portal)) >= repositories,
  );
  // The index of the search is built in this process, and would be measured, too.
  await portal.waitFor(async () => {
    const { results } = await portal.request(
      '/api/search/query?term=warehouse&types=adr',
    );
    return results.length > 0;
  });
  await sleep(SETTLE_MS);
  const ask = await signIn(portal);
  print({ 'page interactive': await measureVisits(portal) });
  print({ 'push to list': await measurePushes(portal, repository, ask) });
  console.log(`${Math.round(await readMemory(portal.pid))} MB`);
}

function createLocation(target) {
  const allow = 'Component System Domain Location User Group'.split(' ');
  return { type: 'file', target, rules: [{ allow }] };
}

async function countDecisions(portal) {
  const { total } = await portal.request('/api/adr/decisions?limit=1');
  return total;
}

async function countEntities(portal) {
  const { totalItems } = await portal.request(
    '/api/catalog/entities/by-query?limit=0&filter=kind=component',
  );
  return totalItems;
}

/** Asks as the default persona, with the rights that a developer has. */
async function signIn(portal) {
  const { backstageIdentity } = await portal.request(
    '/api/auth/persona/refresh',
    { headers: { authorization: '' } },
  );
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  return pathname => portal.request(pathname, { headers });
}

async function measurePushes(portal, repository, ask) {
  await repository.connect(portal.baseUrl, PUSHED);
  const times = [];
  for (let index = 0; index < Number(options.pushes); index += 1) {
    const word = `pushed${index}x${times.length}`;
    const number = recordsEach + index + 1;
    await repository.commit({
      [`docs/adr/00${number}-decision.md`]: createRecord({
        seed: 1,
        number,
        count: number,
        word,
      }),
    });
    await repository.push();
    const begin = performance.now();
    while ((await ask(`/api/adr/decisions?limit=1&q=${word}`)).total === 0) {
      await sleep(50);
    }
    times.push(performance.now() - begin);
  }
  return summarize(times);
}

async function measureVisits(portal) {
  return summarize(await measurePage(portal.baseUrl, Number(options.visits)));
}

function summarize(times) {
  const sorted = [...times].sort((left, right) => left - right);
  const p50 = sorted[Math.floor((sorted.length - 1) / 2)];
  return { p50, p95: sorted.at(-1) };
}

function print(rows) {
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { p50, p95 }]) => [
        name,
        { 'p50 ms': Math.round(p50), 'p95 ms': Math.round(p95) },
      ]),
    ),
  );
}
