import { runTests } from '../../test/runTests.mjs';
import { checkMachine, prepare } from '../preflight.mjs';

/** Runs every test suite, or those named, and ends with one line of totals. */
export async function run(context, { operands }) {
  await checkMachine(context);
  await prepare(context);
  return await runTests(context, operands);
}
