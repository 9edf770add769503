import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runProgram } from './childProcess.mjs';
import { ok, wrong } from './finding.mjs';
import { fingerprintFiles, listFiles } from './fingerprint.mjs';
import { requireStopped } from './instance.mjs';
import { tieToLauncher } from './lifeline.mjs';
import { openLog, readLogTail } from './logFile.mjs';
import { Problem } from './problem.mjs';
import { createRuntimeEnv, findRuntime } from './runtime.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';
import { listWorkspaces } from './workspaces.mjs';

const NAME = 'frontend';
const FRONTEND_ROLES = [
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
];
const SHOWN_LINES = 15;

/** Checks that the built frontend belongs to the sources as they are. */
export function inspectFrontend(context) {
  const { paths } = context;
  const fix = {
    summary: 'build the frontend',
    apply: () => buildFrontend(context),
  };
  const stamp = readStamp(findStampPath(paths));
  if (
    stamp === undefined ||
    !existsSync(join(paths.app, 'dist', 'index.html'))
  ) {
    return wrong(
      NAME,
      'The frontend is not built yet, or its build did not finish.',
      { fix },
    );
  }
  return stamp === fingerprintFrontend(context)
    ? ok(NAME, 'built')
    : wrong(NAME, 'The sources of the frontend changed since it was built.', {
        fix,
      });
}

async function buildFrontend(context) {
  const { root, paths, output } = context;
  // A running portal would serve half a build for as long as this takes.
  await requireStopped(context);
  const fingerprint = fingerprintFrontend(context);
  removeStamp(findStampPath(paths));
  const log = openLog(paths.buildLog);
  const progress = output.startProgress('Building the frontend');
  const code = await runProgram(
    context,
    findRuntime(context).node,
    ...tieToLauncher([findBackstageCli(root), 'package', 'build'], {
      cwd: paths.app,
      env: createRuntimeEnv(context),
      stdio: ['ignore', 'pipe', 'pipe'],
      onLine: line => log.write(line),
    }),
  );
  log.close();
  if (code !== 0 || !existsSync(join(paths.app, 'dist', 'index.html'))) {
    throw new Problem(
      `The frontend does not build. The last lines of ${relative(
        root,
        log.path,
      )}:`,
      readLogTail(log.path, SHOWN_LINES).join('\n') || `exit code ${code}`,
    );
  }
  writeStamp(findStampPath(paths), fingerprint);
  progress.done();
}

/** Finds the Backstage command line of the installed packages. */
export function findBackstageCli(root) {
  return join(
    root,
    'node_modules',
    '@backstage',
    'cli',
    'bin',
    'backstage-cli',
  );
}

/** Beside the build, so that whoever removes the build removes the stamp too. */
function findStampPath(paths) {
  return join(paths.app, 'dist', '.groundwork-built');
}

function fingerprintFrontend({ root }) {
  const workspaces = listWorkspaces(root);
  const sources = workspaces
    .filter(workspace =>
      FRONTEND_ROLES.includes(workspace.package.backstage?.role),
    )
    .flatMap(({ directory }) => listFiles(directory, isNoSource));
  const manifests = workspaces.map(({ directory }) =>
    join(directory, 'package.json'),
  );
  const shared = [
    'package.json',
    'yarn.lock',
    'app-config.yaml',
    'backstage.json',
    'tsconfig.json',
  ];
  return fingerprintFiles(root, [
    ...sources,
    ...manifests,
    ...shared.map(file => join(root, file)),
  ]);
}

function isNoSource(name) {
  return (
    ['node_modules', 'dist', 'dist-types', 'coverage', '__fixtures__'].includes(
      name,
    ) || /\.test\.[cm]?[jt]sx?$/.test(name)
  );
}
