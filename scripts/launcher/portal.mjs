import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forEachLine, stopProgram } from './childProcess.mjs';
import { tieToLauncher } from './lifeline.mjs';
import { openLog } from './logFile.mjs';
import { createErrorFilter } from './portalLog.mjs';
import { createRuntimeEnv, findRuntime } from './runtime.mjs';

/** The address under which the portal is reached. */
export function portalUrl(port) {
  return `http://localhost:${port}`;
}

/**
 * Starts the portal: one process that serves the app and the API.
 *
 * @returns its process number, `ended` (resolves with a description of how it ended) and `stop`
 */
export function startPortal(context, port) {
  const { root, paths, output } = context;
  const log = openLog(paths.portalLog);
  const child = spawn(
    findRuntime(context).node,
    ...tieToLauncher(portalArguments(root), {
      cwd: paths.backend,
      env: { ...createRuntimeEnv(context), ...portalEnv(paths, port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const filterError = createErrorFilter();
  forEachLine(child, line => {
    log.write(line);
    const error = filterError(line);
    if (error !== undefined) {
      output.error(`portal: ${error}`);
    }
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      log.close();
      resolve(code === null ? `signal ${signal}` : `exit code ${code}`);
    });
  });
  return {
    pid: child.pid,
    ended,
    stop: async () => {
      await stopProgram(child);
      await ended;
    },
  };
}

/**
 * The configuration files of the portal, as arguments; `app-config.local.yaml` is a user's own and optional.
 *
 * @remarks Backstage resolves them from the directory of the package that it runs.
 */
export function configArguments(root) {
  const files = ['app-config.yaml', 'app-config.local.yaml'].filter(file =>
    existsSync(join(root, file)),
  );
  return files.flatMap(file => ['--config', `../../${file}`]);
}

function portalArguments(root) {
  return [
    '--require',
    join(
      root,
      'node_modules',
      '@backstage',
      'cli',
      'config',
      'nodeTransform.cjs',
    ),
    'src/index.ts',
    ...configArguments(root),
  ];
}

function portalEnv(paths, port) {
  return {
    NODE_ENV: 'development',
    // Thousands of modules load a quarter faster when V8 need not compile them again.
    NODE_COMPILE_CACHE: paths.compileCache,
    ...addressEnv(port),
  };
}

/** The variables that move the portal to a port; each place of the configuration that names the default port needs one. */
export function addressEnv(port) {
  const url = portalUrl(port);
  return {
    APP_CONFIG_app_baseUrl: url,
    APP_CONFIG_backend_baseUrl: url,
    APP_CONFIG_backend_listen_port: String(port),
    APP_CONFIG_backend_cors_origin: url,
  };
}
