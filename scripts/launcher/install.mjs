import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './childProcess.mjs';
import { INSTALL_SPACE_MB, inspectDisk } from './disk.mjs';
import { explainDownloadFailure } from './downloadFailure.mjs';
import { ok, requireOk, wrong } from './finding.mjs';
import { fingerprintFiles } from './fingerprint.mjs';
import { tieToLauncher } from './lifeline.mjs';
import { openLog } from './logFile.mjs';
import { readYarnEnvFromNpm } from './npmSettings.mjs';
import { Problem } from './problem.mjs';
import { isRegistryReachable } from './registry.mjs';
import { createRuntimeEnv, findRuntime } from './runtime.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';
import { listWorkspaces } from './workspaces.mjs';

const NAME = 'packages';
/** yarn notes here where it put each package, when it is done. */
const YARN_STATE = '.yarn-state.yml';
/** How yarn's log announces that it resolves, fetches or links. */
const YARN_STEP = /\w+ step$/;
/** Inside node_modules, so that whoever removes the packages removes the stamp too. */
const STAMP = '.groundwork-installed';

/** Checks that the packages of the lockfile are installed, completely and for this Node. */
export function inspectPackages(context) {
  const { paths } = context;
  const fix = {
    summary: 'install the packages of yarn.lock',
    apply: () => installPackages(context),
  };
  if (!existsSync(paths.nodeModules)) {
    return wrong(NAME, 'The packages are not installed yet.', { fix });
  }
  const stamp = readStamp(join(paths.nodeModules, STAMP));
  if (stamp === undefined) {
    return wrong(NAME, 'An installation of the packages did not finish.', {
      fix,
    });
  }
  if (stamp !== fingerprintInstall(context)) {
    return wrong(
      NAME,
      'yarn.lock or a package.json changed since the packages were installed.',
      { fix },
    );
  }
  const missing = findMissingPackage(context);
  return missing === undefined
    ? ok(NAME, 'installed')
    : wrong(NAME, `${missing} is missing.`, { fix });
}

async function installPackages(context) {
  const { root, paths, output } = context;
  requireOk(inspectDisk(context, INSTALL_SPACE_MB));
  removeStamp(join(paths.nodeModules, STAMP));
  // yarn believes its own notes; when they are wrong, it has to look again.
  if (findMissingPackage(context) !== undefined) {
    rmSync(join(paths.nodeModules, YARN_STATE), { force: true });
  }
  const log = openLog(paths.installLog);
  const progress = output.startProgress('Installing packages');
  const code = await runProgram(
    context,
    findRuntime(context).node,
    ...tieToLauncher([findYarn(root), 'install', '--immutable'], {
      env: await createInstallEnv(context),
      stdio: ['ignore', 'pipe', 'pipe'],
      onLine: line => {
        log.write(line);
        const [step] = YARN_STEP.exec(line) ?? [];
        if (step) {
          progress.update(step.toLowerCase());
        }
      },
    }),
  );
  log.close();
  if (code !== 0) {
    throw explainDownloadFailure(context, {
      log: log.path,
      what: 'the packages',
    });
  }
  writeStamp(join(paths.nodeModules, STAMP), fingerprintInstall(context));
  progress.done();
}

/** Finds the yarn release that the repository carries. */
export function findYarn(root) {
  const [, path] =
    /^yarnPath:\s*["']?([^"'\s]+)/m.exec(
      readFileSync(join(root, '.yarnrc.yml'), 'utf8'),
    ) ?? [];
  if (!path || !existsSync(join(root, path))) {
    throw new Problem(
      'The yarn release of the repository is missing.',
      'Restore it: git checkout -- .yarn .yarnrc.yml',
    );
  }
  return join(root, path);
}

async function createInstallEnv(context) {
  const isReachable = await isRegistryReachable(context);
  return {
    ...createRuntimeEnv(context),
    ...(await readYarnEnvFromNpm(context)),
    YARN_ENABLE_INLINE_BUILDS: '0',
    YARN_ENABLE_PROGRESS_BARS: '0',
    // A full cache needs no registry; without one, waiting for each of two thousand packages would take minutes.
    ...(isReachable ? {} : { YARN_ENABLE_NETWORK: '0' }),
  };
}

function fingerprintInstall(context) {
  const { root } = context;
  const packages = listWorkspaces(root).map(({ directory }) =>
    join(directory, 'package.json'),
  );
  const files = [
    join(root, 'package.json'),
    join(root, 'yarn.lock'),
    join(root, '.yarnrc.yml'),
    ...packages,
  ];
  return fingerprintFiles(root, files, [
    findNodeMajor(context),
    process.platform,
    process.arch,
  ]);
}

function findNodeMajor(context) {
  const runtime = findRuntime(context);
  return runtime && !runtime.isBrought
    ? process.versions.node.split('.')[0]
    : '24';
}

function findMissingPackage({ root, paths }) {
  const state = join(paths.nodeModules, YARN_STATE);
  if (!existsSync(state)) {
    return existsSync(paths.nodeModules)
      ? `node_modules/${YARN_STATE}`
      : undefined;
  }
  const locations = readFileSync(state, 'utf8').matchAll(
    /^ {4}- "([^"]*node_modules[^"]*)"$/gm,
  );
  for (const [, location] of locations) {
    if (!existsSync(join(root, location, 'package.json'))) {
      return location;
    }
  }
  return undefined;
}
