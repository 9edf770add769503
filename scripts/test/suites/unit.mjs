import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { Problem } from '../../launcher/problem.mjs';
import { prepareMkdocs } from '../mkdocs.mjs';
import { startPostgres } from '../postgres.mjs';
import { requirePackages } from '../systemPackages.mjs';

/** Runs the tests of all packages, with a PostgreSQL and an mkdocs of their own when the machine can have them. */
export async function run(context) {
  const { postgres, python } = await requirePackages(context, [
    'postgres',
    'python',
  ]);
  const mkdocs = python.path
    ? await prepareMkdocs(context, python.path)
    : python;
  const server = postgres.path
    ? await startPostgres(context, postgres.path)
    : undefined;
  if (!server) {
    context.output.line(
      `Tests that need PostgreSQL are skipped: ${postgres.reason}`,
    );
  }
  try {
    const { report, code } = await runJest(context, {
      ...server?.env,
      ...(mkdocs.path && { GROUNDWORK_TEST_MKDOCS: mkdocs.path }),
    });
    return readReport(report, {
      root: context.root,
      code,
      missing: { postgres: postgres.reason, mkdocs: mkdocs.reason },
    });
  } finally {
    await server?.stop();
  }
}

async function runJest(context, env) {
  const file = join(context.paths.testResults, 'unit.json');
  rmSync(file, { force: true });
  const code = await runProgram(
    context,
    'backstage-cli',
    ['repo', 'test', '--json', `--outputFile=${file}`, '--maxWorkers=2'],
    { env: { ...context.env, ...env } },
  );
  if (!existsSync(file)) {
    throw new Problem(
      `The test runner ended with ${code} and left no report.`,
      'The reason is in its output above.',
    );
  }
  return { report: JSON.parse(readFileSync(file, 'utf8')), code };
}

/** Reads Jest's report; a file that cannot even be loaded counts as one failure. */
export function readReport(report, { root, code, missing = {} }) {
  const result = { passed: report.numPassedTests, failures: [], skips: [] };
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    if (
      file.status === 'failed' &&
      file.assertionResults.every(test => test.status !== 'failed')
    ) {
      result.failures.push(`${path} does not run`);
    }
    for (const test of file.assertionResults) {
      const name = `${path}: ${test.fullName}`;
      if (test.status === 'failed') {
        result.failures.push(name);
      } else if (test.status !== 'passed') {
        result.skips.push({ name, reason: explainSkip(test, missing) });
      }
    }
  }
  if (code !== 0 && result.failures.length === 0) {
    result.failures.push(`the test runner ended with ${code}`);
  }
  return result;
}

/** The name of a test says which program it needs. */
function explainSkip({ status, fullName }, missing) {
  if (status === 'todo') {
    return 'not written yet';
  }
  const [, reason] =
    Object.entries(missing).find(
      ([name, why]) => why && fullName.toLowerCase().includes(name),
    ) ?? [];
  return reason ?? 'switched off in its file, see its title';
}
