import { parseCommandLine } from './commandLine.mjs';
import { createContext } from './context.mjs';
import { Interruption, Problem, UsageProblem } from './problem.mjs';

/** A shell reports a process that ended by SIGINT as 128 + 2. */
const INTERRUPTED = 130;

const commands = {
  start: () => import('./commands/start.mjs'),
  dev: () => import('./commands/dev.mjs'),
  build: () => import('./commands/build.mjs'),
  test: () => import('./commands/test.mjs'),
  doctor: () => import('./commands/doctor.mjs'),
  reset: () => import('./commands/reset.mjs'),
  help: () => import('./commands/help.mjs'),
};

async function main() {
  const context = createContext(process.env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, context.interrupt);
  }
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever closes the terminal, or the other end of a pipe, wants us to stop as Ctrl-C does.
    stream.on('error', context.interrupt);
  }
  try {
    const commandLine = parseCommandLine(process.argv.slice(2));
    const { run } = await commands[commandLine.command]();
    return await run(context, commandLine);
  } catch (error) {
    return report(context, error);
  } finally {
    await context.cleanUp();
  }
}

function report({ output }, error) {
  output.endProgress();
  if (error instanceof Interruption) {
    output.error('groundwork: stopped.');
    return INTERRUPTED;
  }
  if (error instanceof Problem) {
    output.error(`groundwork: ${error.message}`);
    for (const line of error.remedy.split('\n')) {
      output.error(`  ${line}`);
    }
    return error instanceof UsageProblem ? 2 : 1;
  }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    output.error(
      `groundwork: The disk is full: ${
        error.path ?? 'var/'
      } cannot be written.`,
    );
    output.error('  Free some space, then run this again; nothing is lost.');
    return 1;
  }
  output.error(`groundwork: unexpected failure in the launcher.`);
  output.error(error.stack ?? String(error));
  return 1;
}

process.exitCode = await main();
