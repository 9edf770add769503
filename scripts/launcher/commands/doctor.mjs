import { inspectFrontend } from '../build.mjs';
import { throwIfInterrupted } from '../childProcess.mjs';
import { inspectDatabases } from '../database.mjs';
import { inspectDisk, INSTALL_SPACE_MB, RUN_SPACE_MB } from '../disk.mjs';
import { inspectGit } from '../git.mjs';
import { inspectPackages } from '../install.mjs';
import { inspectInstance } from '../instance.mjs';
import { DEFAULT_PORT, inspectPort } from '../port.mjs';
import { portalUrl } from '../portal.mjs';
import { inspectRegistry } from '../registry.mjs';
import { inspectRuntime } from '../runtime.mjs';
import { inspectStateDirectory } from '../stateDirectory.mjs';

/** Checks everything the portal needs; with `--fix`, repairs what the launcher can repair. */
export async function run(context, { options }) {
  const port = options.port ?? DEFAULT_PORT;
  const shouldFix = options.fix ?? false;
  let wrongCount = 0;
  for (const inspect of listInspections(context, port)) {
    throwIfInterrupted(context);
    const finding = await inspectAndFix(context, inspect, shouldFix);
    wrongCount += finding.isOk ? 0 : 1;
  }
  context.output.line();
  context.output.line(summarise(wrongCount, shouldFix));
  return wrongCount === 0 ? 0 : 1;
}

function listInspections(context, port) {
  // Packages that are still to be installed decide how much space and which registry is needed.
  const arePackagesMissing = () =>
    !inspectRuntime(context).isOk || !inspectPackages(context).isOk;
  return [
    () => inspectGit(context),
    () => inspectStateDirectory(context),
    () =>
      inspectDisk(
        context,
        arePackagesMissing() ? INSTALL_SPACE_MB : RUN_SPACE_MB,
      ),
    () => inspectInstance(context),
    () => inspectPortUnlessOurs(context, port),
    () => inspectRegistry(context, { isNeeded: arePackagesMissing() }),
    () => inspectRuntime(context),
    () => inspectPackages(context),
    () => inspectFrontend(context),
    () => inspectDatabases(context),
  ];
}

async function inspectPortUnlessOurs(context, port) {
  const instance = await inspectInstance(context);
  return instance.holder?.url === portalUrl(port)
    ? { ...instance, name: `port ${port}`, detail: 'used by this portal' }
    : await inspectPort(context, port);
}

async function inspectAndFix({ output }, inspect, shouldFix) {
  let finding = await inspect();
  describe(output, finding, shouldFix);
  if (!finding.isOk && finding.fix && shouldFix) {
    try {
      await finding.fix.apply();
    } catch (error) {
      if (error.remedy === undefined) {
        throw error;
      }
      output.endProgress();
      output.line(`          ${error.message} ${error.remedy}`);
      return finding;
    }
    finding = await inspect();
    describe(output, finding, shouldFix);
  }
  return finding;
}

function describe(output, finding, shouldFix) {
  const { name, isOk, detail, remedy, fix } = finding;
  output.line(`  ${isOk ? 'ok   ' : 'WRONG'}  ${name}: ${detail}`);
  if (isOk) {
    return;
  }
  if (fix) {
    output.line(
      `         ${shouldFix ? 'Fixing it' : 'doctor --fix would'}: ${
        fix.summary
      }.`,
    );
  } else {
    output.line(`         ${remedy}`);
  }
}

function summarise(wrongCount, shouldFix) {
  if (wrongCount === 0) {
    return 'Everything is in order.';
  }
  const things = wrongCount === 1 ? 'One thing is' : `${wrongCount} things are`;
  return `${things} wrong.${
    shouldFix
      ? ''
      : ' To repair what can be repaired: ./groundwork doctor --fix'
  }`;
}
