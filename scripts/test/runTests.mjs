import { mkdirSync } from 'node:fs';
import { Interruption, Problem } from '../launcher/problem.mjs';
import { createTestEnv } from './testEnv.mjs';
import * as e2e from './suites/e2e.mjs';
import * as launcher from './suites/launcher.mjs';
import * as staticChecks from './suites/static.mjs';
import * as templates from './suites/templates.mjs';
import * as unit from './suites/unit.mjs';
import { createTotals } from './totals.mjs';

const SUITES = {
  launcher,
  static: staticChecks,
  unit,
  templates,
  e2e,
};

/**
 * Runs the suites named, or all, one after another; a suite that fails does not keep the next from running.
 *
 * @returns the exit code: 1 when a test failed or a suite did not run to its end
 */
export async function runTests(context, names, suites = SUITES) {
  const { output, paths } = context;
  mkdirSync(paths.testResults, { recursive: true });
  const testContext = { ...context, env: createTestEnv(context) };
  const totals = createTotals();
  const chosen = Object.entries(suites).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  for (const [name, suite] of chosen) {
    output.line(`\n== ${name}`);
    totals.add(name, await runSuite(testContext, suite));
  }
  output.line();
  totals.describe().forEach(line => output.line(line));
  return totals.hasFailed() ? 1 : 0;
}

async function runSuite(context, suite) {
  try {
    return await suite.run(context);
  } catch (error) {
    if (error instanceof Interruption) {
      throw error;
    }
    const reason =
      error instanceof Problem
        ? `${error.message} ${error.remedy}`
        : error.stack ?? String(error);
    return {
      passed: 0,
      failures: [`the suite did not run to its end: ${reason}`],
      skips: [],
    };
  }
}
