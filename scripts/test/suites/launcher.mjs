import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { listFiles } from '../../launcher/fingerprint.mjs';
import { findRuntime } from '../../launcher/runtime.mjs';
import { parseTap } from '../parseTap.mjs';

/** The slowest test waits for a killed portal; a test that takes longer than this hangs. */
const TEST_TIMEOUT_MS = 120_000;

/** Runs the tests of the scripts with Node's own test runner. */
export async function run(context) {
  const { root, paths } = context;
  const report = join(paths.testResults, 'launcher.tap');
  rmSync(report, { force: true });
  const files = listFiles(
    join(root, 'scripts'),
    name => name === 'node_modules',
  ).filter(file => file.endsWith('.test.mjs'));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  const code = await runProgram(context, findRuntime(context).node, [
    '--test',
    `--test-timeout=${TEST_TIMEOUT_MS}`,
    ...reporters,
    ...files,
  ]);
  const result = parseTap(readFileSync(report, 'utf8'));
  if (code !== 0 && result.failures.length === 0) {
    result.failures.push(`the test runner ended with ${code}`);
  }
  return result;
}
