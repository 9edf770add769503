import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { runProgram, stopProgram } from './childProcess.mjs';
import { createContext } from './context.mjs';
import { Interruption } from './problem.mjs';
import { identifyProcess } from './processIdentity.mjs';

test('stops a program that ignores the polite signal', async () => {
  const script =
    "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  const child = spawn(process.execPath, ['-e', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  await stopProgram(child, { timeoutMs: 100 });
  assert.equal(child.signalCode, 'SIGKILL');
});

test('stops the running program with its children when the user interrupts', async () => {
  const context = createContext(process.env);
  const lines = [];
  const script = 'sleep 60 & echo $!; wait';
  const run = runProgram(context, '/bin/sh', ['-c', script], {
    onLine: line => {
      lines.push(line);
      context.interrupt();
    },
  });
  await assert.rejects(run, Interruption);
  // The system may take a moment to bury a grandchild.
  for (let look = 0; look < 40 && identifyProcess(Number(lines[0])); look++) {
    await delay(50);
  }
  assert.equal(identifyProcess(Number(lines[0])), undefined);
});
