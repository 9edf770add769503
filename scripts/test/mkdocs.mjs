import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../launcher/childProcess.mjs';
import { openLog } from '../launcher/logFile.mjs';

const REQUIREMENTS = new URL('mkdocs-requirements.txt', import.meta.url);
/** pip asks a registry that does not answer five times; the tests are not to wait for that. */
const PATIENCE = ['--retries', '1', '--timeout', '20'];

/**
 * Installs mkdocs into a Python environment of the tests, from the registry that pip is configured for; nothing else uses
 * it.
 *
 * @returns its `path`, or the `reason` why it is missing
 */
export async function prepareMkdocs(context, python) {
  const directory = join(context.paths.testResults, 'mkdocs');
  const path = join(directory, 'bin', 'mkdocs');
  const stamp = join(directory, '.installed');
  const requirements = readFileSync(REQUIREMENTS, 'utf8');
  const isInstalled =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === requirements;
  if (!isInstalled) {
    rmSync(directory, { recursive: true, force: true });
    const reason = await install(context, { directory, python });
    if (reason) {
      context.output.line(`Tests that need mkdocs are skipped: ${reason}`);
      return { reason };
    }
    writeFileSync(stamp, requirements);
  }
  return { path };
}

/** Answers with the reason when it fails. */
async function install(context, { directory, python }) {
  const log = openLog(join(context.paths.log, 'mkdocs.log'));
  const progress = context.output.startProgress('Installing mkdocs');
  const run = (program, args) =>
    runProgram(context, program, args, { onLine: line => log.write(line) });
  const environmentCode = await run(python, ['-m', 'venv', directory]);
  const code =
    environmentCode ||
    (await run(join(directory, 'bin', 'pip'), [
      ...['install', '--disable-pip-version-check', ...PATIENCE],
      ...['--requirement', REQUIREMENTS.pathname],
    ]));
  log.close();
  progress.done(code === 0 ? 'done' : 'FAILED');
  if (environmentCode !== 0) {
    return 'Python cannot create an environment; install it with: sudo apt-get install -y python3-venv';
  }
  return code === 0
    ? undefined
    : 'pip could not install mkdocs; the reason is in var/log/mkdocs.log';
}
