import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureLatency, readMemory } from '../catalog-scale/measure.mjs';
import { startPortal } from '../catalog-scale/portal.mjs';
import { measurePage } from './measurePage.mjs';
import {
  createRepositories,
  PUSHED,
  SYSTEM,
  writeSystems,
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

/** The catalog has to find every repository, and the log has to read it. */
const SETTLE_MS = 20_000;

const LISTS = [
  '/api/adr/decisions?limit=25',
  '/api/adr/decisions?limit=25&status=accepted&tag=security',
  '/api/adr/decisions?limit=25&offset=5000&year=2024',
  '/api/adr/decisions?limit=25&system=system:default/decided-system-3',
];

const TEXTS = ['warehouse', 'token session', 'payment refund price', 'queue'];

const directory = await mkdtemp(path.join(tmpdir(), 'decision-log-'));
try {
  await measure();
} finally {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}

async function measure() {
  const repository = await createRepositories(directory, {
    repositories,
    recordsEach,
  });
  console.log(`${repositories} repositories with ${recordsEach} records each`);
  const systems = await writeSystems(directory, repositories);
  const portal = await startPortal({
    directory,
    location: systems,
    extraConfig: {
      groundwork: { examples: false },
      catalog: { locations: [systems, ORGANISATION].map(createLocation) },
    },
  });
  try {
    await measurePortal(portal, repository);
  } finally {
    portal.stop();
  }
}

async function measurePortal(portal, repository) {
  const begin = performance.now();
  await portal.waitFor(
    async () => (await countDecisions(portal)) >= repositories * recordsEach,
  );
  const filled = (performance.now() - begin) / 1000;
  await sleep(SETTLE_MS);
  const ask = await signIn(portal);
  const rows = {
    'list with facets': await measureRequests(ask, LISTS),
    'full text': await measureRequests(
      ask,
      TEXTS.map(text => `/api/adr/decisions?limit=25&q=${encodeURI(text)}`),
    ),
    'graph of a system': await measureRequests(ask, [
      `/api/adr/decisions/graph?system=${SYSTEM}`,
    ]),
    'push to list': await measurePushes(portal, repository, ask),
    'page interactive': await measureVisits(portal),
  };
  console.table(rows);
  console.log(
    `all read after ${filled.toFixed(0)} s, ${Math.round(
      await readMemory(portal.pid),
    )} MB`,
  );
}

function createLocation(target) {
  const allow = 'System Domain Location User Group'.split(' ');
  return { type: 'file', target, rules: [{ allow }] };
}

async function countDecisions(portal) {
  const { total } = await portal.request('/api/adr/decisions?limit=1');
  return total;
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

async function measureRequests(ask, paths) {
  // The first question of each kind compiles its statements.
  for (const pathname of paths) await ask(pathname);
  return describe(
    await measureLatency(Number(options.requests), index =>
      ask(paths[index % paths.length]),
    ),
  );
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
  return describeAll(times);
}

async function measureVisits(portal) {
  return describeAll(await measurePage(portal.baseUrl, Number(options.visits)));
}

function describeAll(times) {
  const sorted = [...times].sort((left, right) => left - right);
  const p50 = sorted[Math.floor((sorted.length - 1) / 2)];
  return describe({ p50, p95: sorted.at(-1) });
}

function describe({ p50, p95 }) {
  return { 'p50 ms': Math.round(p50), 'p95 ms': Math.round(p95) };
}
