import { throwIfInterrupted } from './childProcess.mjs';
import { inspectFrontend } from './build.mjs';
import { inspectDatabases } from './database.mjs';
import { inspectDisk, RUN_SPACE_MB } from './disk.mjs';
import { requireOk, requireOrFix } from './finding.mjs';
import { inspectGit } from './git.mjs';
import { inspectPackages } from './install.mjs';
import { withPrepareLock } from './instance.mjs';
import { inspectRuntime } from './runtime.mjs';
import {
  createStateDirectories,
  inspectStateDirectory,
} from './stateDirectory.mjs';

/** Checks what only the user can change, before anything is touched. */
export async function checkMachine(context) {
  requireOk(await inspectGit(context));
  await requireOrFix(inspectStateDirectory(context));
  requireOk(inspectDisk(context, RUN_SPACE_MB));
  createStateDirectories(context);
}

/** Brings Node, the packages and, unless told otherwise, the built frontend up to date. */
export async function prepare(context, { needsFrontend = true } = {}) {
  await withPrepareLock(context, async () => {
    await requireOrFix(inspectRuntime(context));
    throwIfInterrupted(context);
    await requireOrFix(inspectPackages(context));
    throwIfInterrupted(context);
    if (needsFrontend) {
      await requireOrFix(inspectFrontend(context));
    }
  });
}

/** Makes sure that the databases can be opened. */
export async function prepareDatabases(context) {
  const finding = await inspectDatabases(context);
  if (finding.isOk || !finding.fix || finding.fix.isManual) {
    requireOk(finding);
    return;
  }
  context.output.line(finding.detail);
  await finding.fix.apply();
}
