import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../launcher/context.mjs';
import { createWorkspace } from '../launcher/testing/workspace.mjs';
import { runTests } from './runTests.mjs';

async function runSuites(t, suites, names = []) {
  const lines = [];
  const context = createContext(createWorkspace(t).env);
  const output = {
    ...context.output,
    line: (text = '') => lines.push(...text.split('\n')),
  };
  const code = await runTests({ ...context, output }, names, suites);
  return { code, lines };
}

const green = { run: async () => ({ passed: 3, failures: [], skips: [] }) };
const red = {
  run: async () => ({ passed: 1, failures: ['adds up'], skips: [] }),
};

test('ends with the totals of all suites', async t => {
  const { code, lines } = await runSuites(t, { one: green, two: green });
  assert.equal(code, 0);
  assert.equal(lines.at(-1), '6 passed, 0 failed, 0 skipped');
});

test('goes on after a failure, names it, and fails', async t => {
  const { code, lines } = await runSuites(t, { one: red, two: green });
  assert.equal(code, 1);
  assert.equal(lines.at(-2), 'FAILED   one: adds up');
  assert.equal(lines.at(-1), '4 passed, 1 failed, 0 skipped');
});

test('names the reason of every skip', async t => {
  const skipping = {
    run: async () => ({
      passed: 0,
      failures: [],
      skips: [{ name: 'opens a page', reason: 'no Chromium' }],
    }),
  };
  const { code, lines } = await runSuites(t, { one: green, e2e: skipping });
  assert.equal(code, 0);
  assert.equal(lines.at(-2), 'skipped  e2e: opens a page (no Chromium)');
  assert.equal(lines.at(-1), '3 passed, 0 failed, 1 skipped');
});

test('counts a suite that crashes as a failure', async t => {
  const crashing = {
    run: async () => {
      throw new Error('out of memory');
    },
  };
  const { code, lines } = await runSuites(t, { one: crashing, two: green });
  assert.equal(code, 1);
  assert.match(
    lines.join('\n'),
    /FAILED {3}one: the suite did not run to its end: Error: out of memory/,
  );
  assert.equal(lines.at(-1), '3 passed, 1 failed, 0 skipped');
});

test('counts a suite without a single test as a failure', async t => {
  const empty = { run: async () => ({ passed: 0, failures: [], skips: [] }) };
  const { code, lines } = await runSuites(t, { one: empty });
  assert.equal(code, 1);
  assert.equal(lines.at(-1), '0 passed, 1 failed, 0 skipped');
});

test('runs only the suites that are named', async t => {
  const { code, lines } = await runSuites(t, { one: red, two: green }, ['two']);
  assert.equal(code, 0);
  assert.equal(lines.at(-1), '3 passed, 0 failed, 0 skipped');
});
