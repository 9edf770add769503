import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

const PLUGIN = fileURLToPath(
  new URL('../../plugins/forge-backend/', import.meta.url),
);
const require = createRequire(path.join(PLUGIN, 'package.json'));
// Lets Node load the TypeScript of the plugin.
require('@backstage/cli/config/nodeTransform.cjs');
const { EmbeddedForgeHost } = require('./src/embedded/EmbeddedForgeHost.ts');
const { installFaultyGit } = require('./src/__testUtils__/faultyGit.ts');
const { runForgeChild } = require('./src/__testUtils__/runForgeChild.ts');

const run = promisify(execFile);

const FILES = 60;
/** Longer than a creation takes. */
const MAX_KILL_MS = 150;
/** As many calls as a creation makes, its announcement included. */
const MAX_CALL = 8;
const NAMESPACE = 'soak';

const { values } = parseArgs({
  options: {
    iterations: { type: 'string', default: '500' },
    directory: { type: 'string' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});
const random = createRandom(Number(values.seed));
const work = await mkdtemp(path.join(tmpdir(), 'forge-soak-'));
const directory = values.directory ?? path.join(work, 'git');
const source = path.join(work, 'source');
const logger = {
  error: (message, error) => assert.fail(`${message}: ${error?.message}`),
  warn: (message, error) => assert.fail(`${message}: ${error?.message}`),
  info() {},
  debug() {},
  child: () => logger,
};

await writeSource();
const counts = { whole: 0, none: 0 };
const iterations = Number(values.iterations);
console.log(`seed ${values.seed}, ${iterations} creations in ${directory}`);
for (let index = 0; index < iterations; index += 1) {
  await createWithFault(index);
  if ((index + 1) % 50 === 0) {
    console.log(`${index + 1}: ${JSON.stringify(counts)}`);
  }
}
await rm(work, { recursive: true, force: true });
console.log('Every creation was whole or nothing, and every retry finished.');

/** Creates with a fault, looks, creates again, looks again. */
async function createWithFault(index) {
  const options = describeCreation(index);
  const fault = pickFault();
  const outcome = await runForgeChild(
    {
      directory,
      namespaces: [NAMESPACE],
      method: 'createRepository',
      options,
    },
    {
      path:
        fault.git &&
        (await installFaultyGit(path.join(work, 'bin'), fault.git)),
      killAfterMs: fault.killAfterMs,
    },
  );
  const what = `creation ${index} (${JSON.stringify(fault)}): ${
    outcome.stderr
  }`;

  const { host, events } = await startHost();
  assert.deepEqual(await readdir(path.join(directory, '.staging')), [], what);
  const isThere = await expectWholeOrNone(host, options, what);
  assert.ok(isThere || !outcome.isDone, `${what}: said done, left nothing`);
  counts[isThere ? 'whole' : 'none'] += 1;
  const wasTold = existsSync(path.join(bareOf(options), 'announced.json'));
  await host.catchUp();

  const { commit } = await host.createRepository(options);
  assert.equal(await host.resolveRevision(options), commit, what);
  assert.ok(await expectWholeOrNone(host, options, what), what);
  const told = events.filter(event => event.name === options.name);
  assert.equal(told.length, wasTold ? 0 : 2, `${what}: told ${told.length}`);
}

function describeCreation(index) {
  return {
    namespace: NAMESPACE,
    name: `repository-${index}`,
    directory: source,
    message: 'Begin',
    idempotencyKey: `task-${index}`,
    actor: {
      ref: 'user:default/soak',
      signature: { name: 'Soak', email: 'soak@example.com' },
    },
  };
}

function bareOf({ namespace, name }) {
  return path.join(directory, namespace, `${name}.git`);
}

function pickFault() {
  const kind = ['kill', 'kill-before', 'kill-after', 'full-disk'][
    Math.floor(random() * 4)
  ];
  return kind === 'kill'
    ? { killAfterMs: Math.floor(random() * MAX_KILL_MS) }
    : {
        git: { fault: kind, at: 1 + Math.floor(random() * MAX_CALL) },
      };
}

async function startHost() {
  const events = [];
  const host = await EmbeddedForgeHost.create({
    directory,
    namespaces: [NAMESPACE],
    maxBytes: 2 ** 26,
    events: { emit: event => events.push(event) },
    logger,
  });
  await host.start();
  return { host, events };
}

async function expectWholeOrNone(host, { namespace, name }, what) {
  const bare = bareOf({ namespace, name });
  if (!existsSync(bare)) {
    return false;
  }
  await run('git', ['fsck', '--strict'], { cwd: bare });
  const { entries } = await host.listFiles({ namespace, name });
  assert.equal(entries.length, FILES, what);
  return true;
}

async function writeSource() {
  await mkdir(path.join(source, 'src'), { recursive: true });
  for (let index = 0; index < FILES; index += 1) {
    const file = path.join(source, index % 2 ? 'src' : '.', `file-${index}`);
    await writeFile(file, `${index} ${random()}\n`.repeat(1000));
  }
}

/** A small generator whose numbers repeat with the same seed (mulberry32). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
