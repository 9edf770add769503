import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { Problem } from '../../launcher/problem.mjs';
import { startPostgres } from '../postgres.mjs';
import { requirePackages } from '../systemPackages.mjs';

/** Runs the tests of all packages, with a PostgreSQL of their own when the machine has one. */
export async function run(context) {
  const { root, paths, output } = context;
  const { postgres } = await requirePackages(context, ['postgres']);
  const server = postgres.path
    ? await startPostgres(context, postgres.path)
    : undefined;
  if (!server) {
    output.line(`Tests that need PostgreSQL are skipped: ${postgres.reason}`);
  }
  const report = join(paths.testResults, 'unit.json');
  rmSync(report, { force: true });
  try {
    const args = [
      'repo',
      'test',
      '--json',
      `--outputFile=${report}`,
      '--maxWorkers=2',
    ];
    const code = await runProgram(context, 'backstage-cli', args, {
      env: { ...context.env, ...server?.env },
    });
    if (!existsSync(report)) {
      throw new Problem(
        `The test runner ended with ${code} and left no report.`,
        'The reason is in its output above.',
      );
    }
    return readReport(JSON.parse(readFileSync(report, 'utf8')), {
      root,
      code,
      postgresReason: postgres.reason,
    });
  } finally {
    await server?.stop();
  }
}

/** Reads Jest's report; a file that cannot even be loaded counts as one failure. */
export function readReport(report, { root, code, postgresReason }) {
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
        result.skips.push({ name, reason: explainSkip(test, postgresReason) });
      }
    }
  }
  if (code !== 0 && result.failures.length === 0) {
    result.failures.push(`the test runner ended with ${code}`);
  }
  return result;
}

function explainSkip({ status, fullName }, postgresReason) {
  if (status === 'todo') {
    return 'not written yet';
  }
  return postgresReason && /postgres/i.test(fullName)
    ? postgresReason
    : 'switched off in its file, see its title';
}
