import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runProgram } from '../../launcher/childProcess.mjs';
import { openLog, readLogTail } from '../../launcher/logFile.mjs';
import { findRuntime } from '../../launcher/runtime.mjs';

const SHOWN_LINES = 60;
/** Runs the other checks in one process, for a person at a terminal. */
const AGGREGATE = 'all.mjs';

/** Runs the type check, the linters and the repository's own checks; each counts as one test. */
export async function run(context) {
  const result = { passed: 0, failures: [], skips: [] };
  for (const check of listChecks(context)) {
    if (await runCheck(context, check)) {
      result.passed += 1;
    } else {
      result.failures.push(check.name);
    }
  }
  return result;
}

function listChecks(context) {
  const directory = join(context.root, 'scripts', 'checks');
  const scripts = existsSync(directory) ? readdirSync(directory).sort() : [];
  return [
    { name: 'types', command: ['tsc', '-p', '.'] },
    {
      name: 'lint',
      command: ['backstage-cli', 'repo', 'lint', '--max-warnings', '0'],
    },
    { name: 'format', command: ['prettier', '--check', '.'] },
    ...scripts
      .filter(
        file =>
          file.endsWith('.mjs') &&
          !file.endsWith('.test.mjs') &&
          file !== AGGREGATE,
      )
      .map(file => ({
        name: file.replace(/\.mjs$/, ''),
        command: [findRuntime(context).node, join(directory, file)],
      })),
  ];
}

async function runCheck(context, { name, command }) {
  const { output, paths, root } = context;
  const log = openLog(join(paths.testResults, `static-${name}.log`));
  const progress = output.startProgress(name);
  const [program, ...args] = command;
  let code;
  try {
    code = await runProgram(context, program, args, {
      onLine: line => log.write(line),
    });
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }
    log.write(`${program} is not installed: ${error.message}`);
  } finally {
    log.close();
  }
  progress.done(code === 0 ? 'passed' : 'FAILED');
  if (code !== 0) {
    readLogTail(log.path, SHOWN_LINES).forEach(line =>
      output.line(`  ${line}`),
    );
    output.line(`  The whole output: ${relative(root, log.path)}`);
  }
  return code === 0;
}
