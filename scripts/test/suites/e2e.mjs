import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { findFreePort } from '../../launcher/port.mjs';
import { Problem } from '../../launcher/problem.mjs';
import { requirePackages } from '../systemPackages.mjs';

/** Beside the port of a portal that somebody has open. */
const FIRST_PORT = 7107;

/** Runs the user journeys in Chromium against a portal of their own. */
export async function run(context) {
  const { paths } = context;
  const { chromium } = await requirePackages(context, ['chromium']);
  if (!chromium.path) {
    return {
      passed: 0,
      failures: [],
      skips: [{ name: 'all browser tests', reason: chromium.reason }],
    };
  }
  const report = join(paths.testResults, 'e2e.json');
  rmSync(report, { force: true });
  const code = await runProgram(
    context,
    'playwright',
    ['test', '--reporter=list,json'],
    {
      env: {
        ...context.env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        GROUNDWORK_CHROMIUM: chromium.path,
        GROUNDWORK_E2E_PORT: String(await findFreePort(FIRST_PORT)),
      },
    },
  );
  if (!existsSync(report)) {
    throw new Problem(
      `Playwright ended with ${code} and left no report.`,
      'The reason is in its output above.',
    );
  }
  return readReport(JSON.parse(readFileSync(report, 'utf8')), code);
}

/** Reads Playwright's report; errors outside a test count as failures. */
export function readReport({ suites, errors }, code) {
  const tests = suites.flatMap(suite => listTests(suite, []));
  const result = {
    passed: tests.filter(
      ({ status }) => status === 'expected' || status === 'flaky',
    ).length,
    failures: tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ name }) => name),
    skips: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ name, reason }) => ({ name, reason })),
  };
  result.failures.push(...errors.map(error => error.message.split('\n')[0]));
  if (code !== 0 && result.failures.length === 0) {
    result.failures.push(`Playwright ended with ${code}`);
  }
  return result;
}

function listTests(suite, parents) {
  const titles = [...parents, suite.title];
  const own = (suite.specs ?? []).flatMap(spec =>
    spec.tests.map(test => ({
      name: [...titles, spec.title].filter(Boolean).join(' > '),
      status: test.status,
      reason:
        test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
          ?.description ?? 'no reason given in its file',
    })),
  );
  return [
    ...own,
    ...(suite.suites ?? []).flatMap(child => listTests(child, titles)),
  ];
}
