import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { create, createValues, finish } from './creations.mjs';
import { Portal } from './portal.mjs';
import { createRandom } from './random.mjs';
import { verifyLeftovers, verifyServices, verifyTasks } from './verify.mjs';

const { values: options } = parseArgs({
  options: {
    creations: { type: 'string', default: '500' },
    batch: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    keep: { type: 'boolean', default: false },
  },
});

/** A batch makes about this many operations; a fault that is due later strikes in none of them. */
const OPERATIONS_PER_CREATION = 110;

const random = createRandom(Number(options.seed));
const directory = await mkdtemp(path.join(tmpdir(), 'create-soak-'));
const portal = await Portal.prepare(directory);
const totals = { creations: 0, twins: 0, retries: 0, faults: {} };
const reasons = new Set();
const findings = [];
const names = [];
console.log(`seed ${options.seed}, in ${directory}`);

try {
  await portal.start();
  const files = await readFileList();
  while (names.length < Number(options.creations)) {
    findings.push(...(await runRound(files)));
    console.log(
      `${names.length} creations, ${findings.length} findings`,
      JSON.stringify(totals),
    );
  }
  findings.push(...(await verifyLeftovers(directory, names)));
} finally {
  await portal.kill();
}
if (!options.keep && findings.length === 0) {
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
}
const { faults, ...rest } = totals;
console.table([{ ...rest, ...faults, findings: findings.length }]);
console.log('Why tasks were retried:');
reasons.forEach(reason => console.log(`- ${reason}`));
findings.forEach(finding => console.error(finding));
process.exitCode = findings.length > 0 ? 1 : 0;

/** The files of a service by its name, as the plan of one lists them. */
async function readFileList() {
  const plan = await portal.waitFor('the template', () =>
    portal.request('/api/scaffolder/plan', {
      templateRef: 'template:default/nestjs-service',
      values: createValues('soak-plan'),
    }),
  );
  const paths = plan.files.map(file => file.path).sort();
  return name =>
    paths.map(file => `${file.replaceAll('soak-plan', name)}\n`).join('');
}

/** Creates a batch of services, one of them twice, while one fault strikes. */
async function runRound(files) {
  await portal.revive();
  const batch = nextNames();
  const fault = chooseFault(batch.length);
  const hasStruck = portal.arm(fault);
  const twin = batch[random.below(batch.length)];
  const wanted = [...batch.map(name => createValues(name)), createValues(twin)];
  await Promise.all(wanted.map(values => create(portal, values)));
  await waitForFault(hasStruck, fault);
  await portal.revive();
  const settled = await settle(batch);
  count(batch, settled, hasStruck() ? fault.fault : 'none');
  return [
    ...(await verifyTasks(portal, settled.tasks, batch)),
    ...(await verifyServices(portal, { directory, names: batch, files })),
  ];
}

function nextNames() {
  const left = Number(options.creations) - names.length;
  const batch = Array.from(
    { length: Math.min(left, Number(options.batch)) },
    (_, index) => `soak-${names.length + index}`,
  );
  names.push(...batch);
  return batch;
}

function chooseFault(size) {
  const fault = random.of(['kill', 'kill', 'kill', 'full-disk', 'git']);
  const share = { kill: 1, 'full-disk': 0.5, git: 0.2 }[fault];
  return {
    fault,
    after: 1 + random.below(size * OPERATIONS_PER_CREATION * share),
  };
}

/** A batch takes some seconds, and a minute on a busy machine; a fault that has not struck then never does. */
async function waitForFault(hasStruck, { fault }) {
  for (let seconds = 0; seconds < 60 && !hasStruck(); seconds += 0.25) {
    await sleep(250);
  }
  if (fault === 'kill' && hasStruck()) {
    await portal.waitForEnd();
  }
  portal.disarm();
}

/** A kill may come before the portal has taken a task, which the user then creates again. */
async function settle(batch) {
  const first = await finish(portal, batch);
  const known = new Set(first.tasks.map(({ spec }) => spec.parameters.name));
  const lost = batch.filter(name => !known.has(name));
  if (lost.length === 0) {
    return first;
  }
  await Promise.all(lost.map(name => create(portal, createValues(name))));
  const last = await finish(portal, batch);
  return { tasks: last.tasks, reasons: [...first.reasons, ...last.reasons] };
}

function count(batch, settled, fault) {
  totals.creations += batch.length;
  totals.twins += 1;
  totals.retries += settled.reasons.length;
  totals.faults[fault] = (totals.faults[fault] ?? 0) + 1;
  settled.reasons.forEach(reason => reasons.add(reason.slice(0, 200)));
}
