import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeEntities } from '../catalog-scale/entities.mjs';
import { startPortal } from '../catalog-scale/portal.mjs';
import { measureGroundwork } from './measureGroundwork.mjs';
import { measureStock } from './measureStock.mjs';
import { printGroundwork, printStock } from './printResults.mjs';

const { values: options } = parseArgs({
  options: {
    entities: { type: 'string', default: '1000' },
    pushes: { type: 'string', default: '10' },
    creations: { type: 'string', default: '5' },
    'stock-pushes': { type: 'string', default: '2' },
  },
});

const groundwork = await withDirectory(directory =>
  measure({ directory, ...measureGroundwork(options) }),
);
printGroundwork(groundwork);
const stock = await withDirectory(directory =>
  measure({ directory, ...measureStock(options) }),
);
printStock(stock, groundwork);

/** Prepares repositories and a catalog, starts a portal on them, and measures it. */
async function measure({ directory, prepare, start, run }) {
  const { root, expected } = await writeEntities(
    directory,
    Number(options.entities),
  );
  const repositories = await prepare(directory);
  const portal = await startPortal({
    directory,
    location: root,
    ...start(root),
  });
  try {
    await portal.waitFor(async () => (await count(portal)) >= expected);
    return await run(portal, repositories);
  } finally {
    portal.stop();
  }
}

async function count(portal) {
  const { totalItems } = await portal.request(
    '/api/catalog/entities/by-query?limit=0',
  );
  return totalItems;
}

async function withDirectory(work) {
  const directory = await mkdtemp(path.join(tmpdir(), 'push-latency-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
