import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeEntities } from './entities.mjs';
import {
  measureIdleCpu,
  measureLatency,
  readCpuSeconds,
  readMemory,
} from './measure.mjs';
import { startPortal } from './portal.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    requests: { type: 'string', default: '200' },
    'idle-seconds': { type: 'string', default: '60' },
    'processing-interval-seconds': { type: 'string' },
  },
});

/** Either kind: repeated filters widen, a comma narrows. */
const KINDS = ['component', 'api', 'system', 'group']
  .map(kind => `filter=kind=${kind}`)
  .join('&');

/** The search index follows the last entity within half a minute; its build is not idle time. */
const SETTLE_MS = 45_000;

const results = [];
for (const size of options.sizes.split(',').map(Number)) {
  results.push(await measureSize(size));
}
console.table(results);

async function measureSize(size) {
  const directory = await mkdtemp(path.join(tmpdir(), 'catalog-scale-'));
  const interval = options['processing-interval-seconds'];
  const { root, expected } = await writeEntities(directory, size);
  const begin = performance.now();
  const portal = await startPortal({
    directory,
    location: root,
    config: interval
      ? { processingInterval: { seconds: Number(interval) } }
      : {},
  });
  try {
    const start = await measureStart(portal, { begin, expected });
    const requests = await measureRequests(portal, size);
    await sleep(SETTLE_MS);
    return {
      entities: expected,
      ...start,
      ...requests,
      'RSS MB': Math.round(await readMemory(portal.pid)),
      'idle CPU %': (
        await measureIdleCpu(portal.pid, Number(options['idle-seconds']))
      ).toFixed(1),
    };
  } finally {
    portal.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureStart(portal, { begin, expected }) {
  const reached = async check => {
    await portal.waitFor(check);
    return seconds(performance.now() - begin);
  };
  const ready = await reached(() =>
    portal.request('/api/catalog/entity-facets?facet=kind'),
  );
  const populated = await reached(
    async () => (await count(portal)) >= expected,
  );
  const importCpu = await readCpuSeconds(portal.pid);
  const searchable = await reached(async () => {
    const { results: found } = await portal.request(
      '/api/search/query?term=service-0-0&types=software-catalog',
    );
    return found.length > 0;
  });
  return {
    'ready s': ready,
    'populated s': populated,
    'searchable s': searchable,
    'import CPU s': importCpu.toFixed(1),
  };
}

async function measureRequests(portal, size) {
  const times = Number(options.requests);
  const systems = Math.round(size / 10);
  const list = await measureLatency(times, () =>
    portal.request(
      '/api/catalog/entities/by-query?filter=kind=component&limit=20&orderField=metadata.name,asc',
    ),
  );
  const name = await measureLatency(times, index =>
    portal.request(
      `/api/catalog/entities/by-name/component/default/service-${
        index % systems
      }-0`,
    ),
  );
  return {
    'list p50/p95 ms': milliseconds(list),
    'by-name p50/p95 ms': milliseconds(name),
  };
}

async function count(portal) {
  const { totalItems } = await portal.request(
    `/api/catalog/entities/by-query?limit=0&${KINDS}`,
  );
  return totalItems;
}

function seconds(value) {
  return (value / 1000).toFixed(1);
}

function milliseconds({ p50, p95 }) {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}
