import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { tieToLauncher } from './lifeline.mjs';
import { identifyProcess } from './processIdentity.mjs';
import { createWorkspace } from './testing/workspace.mjs';

const GONE_TIMEOUT_MS = 5000;

/** As Backstage does: logs what nobody caught, and goes on. */
const PROGRAM = `
process.on('uncaughtException', error => console.log(error.message));
setInterval(() => console.log('still here'), 5);
`;

async function startAndKillLauncher(t, program) {
  const workspace = createWorkspace(t);
  workspace.write('program.cjs', program);
  workspace.write(
    'launcher.cjs',
    `const { spawn } = require('node:child_process');
    const [args, options] = JSON.parse(process.argv[2]);
    console.log(spawn(process.execPath, args, options).pid);`,
  );
  const tied = tieToLauncher([workspace.at('program.cjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  });
  const launcher = spawn(process.execPath, [
    workspace.at('launcher.cjs'),
    JSON.stringify(tied),
  ]);
  const [chunk] = await launcher.stdout.take(1).toArray();
  const pid = Number(chunk.toString());
  const identity = identifyProcess(pid);
  t.after(() => identifyProcess(pid) && process.kill(pid, 'SIGKILL'));
  await delay(200);
  launcher.kill('SIGKILL');
  return { identity, isAlive: () => identifyProcess(pid) === identity };
}

async function untilGone(isAlive) {
  const deadline = Date.now() + GONE_TIMEOUT_MS;
  while (isAlive() && Date.now() < deadline) {
    await delay(50);
  }
}

test('ends a program whose launcher was killed, although it logs its own errors', async t => {
  const { identity, isAlive } = await startAndKillLauncher(t, PROGRAM);
  assert.notEqual(identity, undefined);
  await untilGone(isAlive);
  assert.equal(isAlive(), false);
});

test('lets a program finish what it does when it is asked to end', async t => {
  const { isAlive } = await startAndKillLauncher(
    t,
    `${PROGRAM}
    process.on('SIGTERM', () => {
      console.log('closing');
      setTimeout(() => process.exit(0), 500);
    });`,
  );
  await delay(250);
  assert.equal(isAlive(), true);
  await untilGone(isAlive);
  assert.equal(isAlive(), false);
});
