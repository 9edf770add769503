// Measures how long it takes from Create to a green `make check`: node benchmarks/create-to-green/run.mjs
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { create, createValues } from '../create-soak/creations.mjs';
import { Portal } from '../create-soak/portal.mjs';

const run = promisify(execFile);

/** What is switched on, by the name of the service. */
const SERVICES = {
  'plain-service': {},
  'whole-service': {
    grpc: true,
    postgres: true,
    redis: true,
    tokens: true,
  },
};

const directory = await mkdtemp(path.join(tmpdir(), 'create-to-green-'));
const portal = await Portal.prepare(directory);
const rows = [];
try {
  await portal.start();
  for (const [name, options] of Object.entries(SERVICES)) {
    rows.push(await measure(name, { ...createValues(name), ...options }));
  }
} finally {
  await portal.kill();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}
console.table(rows);

/** Creates a service, clones it as a developer would, and checks it twice: the second time, packages are there. */
async function measure(service, values) {
  const checkout = path.join(directory, service);
  const created = await seconds(async () => {
    const id = await create(portal, values);
    await portal.waitFor('the service', async () => {
      const { status } = await portal.request(`/api/scaffolder/v2/tasks/${id}`);
      return status === 'completed' || undefined;
    });
  });
  const repository = path.join(directory, 'git', 'acme', `${service}.git`);
  await run('git', ['clone', '--quiet', repository, checkout]);
  const check = () => run('make', ['check'], { cwd: checkout, maxBuffer: 1e9 });
  const first = await seconds(check);
  const again = await seconds(check);
  return {
    service,
    'create, s': created,
    'first make check, s': first,
    'again, s': again,
    'from Create to green, s': Math.round(created + first),
  };
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) / 100) / 10;
}
