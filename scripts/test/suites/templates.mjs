import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { Problem } from '../../launcher/problem.mjs';
import { findRuntime } from '../../launcher/runtime.mjs';
import { requirePackages } from '../systemPackages.mjs';

const KIT = 'packages/template-kit/src/main.ts';
const TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

/** Renders the templates and judges them, then builds what they write as its first developer would. */
export async function run(context) {
  // Tests of generated services skip themselves without it.
  await requirePackages(context, ['redis']);
  const results = [];
  for (const command of ['check', 'prove']) {
    results.push(...(await runKit(context, command)));
  }
  return readResults(results);
}

async function runKit(context, command) {
  const { root, paths } = context;
  const report = join(paths.testResults, `templates-${command}.json`);
  rmSync(report, { force: true });
  const code = await runProgram(context, findRuntime(context).node, [
    '--require',
    TRANSFORM,
    join(root, KIT),
    command,
    '--report',
    report,
  ]);
  if (!existsSync(report)) {
    throw new Problem(
      `The template kit ended with ${code} and left no report.`,
      'The reason is in its output above.',
    );
  }
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** Sorts what the kit reports. */
export function readResults(results) {
  const named = status => results.filter(result => result.status === status);
  return {
    passed: named('passed').length,
    failures: named('failed').map(({ name }) => name),
    skips: named('skipped').map(({ name, reason }) => ({ name, reason })),
  };
}
