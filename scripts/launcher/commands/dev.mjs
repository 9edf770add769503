import { spawn } from 'node:child_process';
import { findBackstageCli } from '../build.mjs';
import { stopProgram } from '../childProcess.mjs';
import { requireOk } from '../finding.mjs';
import { claimInstance } from '../instance.mjs';
import { tieToLauncher } from '../lifeline.mjs';
import { DEFAULT_PORT, inspectPort } from '../port.mjs';
import { configArguments, portalUrl } from '../portal.mjs';
import { checkMachine, prepare, prepareDatabases } from '../preflight.mjs';
import { Problem } from '../problem.mjs';
import { createRuntimeEnv, findRuntime } from '../runtime.mjs';

const DEFAULT_APP_PORT = 3000;

/** Runs the backend, restarted on every change, and the frontend's development server with live reload. */
export async function run(context, { options }) {
  const port = options.port ?? DEFAULT_PORT;
  const appPort = options['app-port'] ?? DEFAULT_APP_PORT;
  await checkMachine(context);
  await claimInstance(context, portalUrl(appPort));
  requireOk(await inspectPort(context, port, { command: 'dev' }));
  requireOk(
    await inspectPort(context, appPort, {
      command: 'dev',
      option: '--app-port',
    }),
  );
  await prepare(context, { needsFrontend: false });
  await prepareDatabases(context);
  context.output.line(
    `The app with live reload: ${portalUrl(appPort)}. Its API: ${portalUrl(
      port,
    )}. Stop with Ctrl-C.`,
  );

  const child = startServers(context, { port, appPort });
  const code = await untilEnded(context, child);
  if (!context.signal.aborted) {
    throw new Problem(
      `The development server ended by itself (${code}).`,
      'Its reason is in the lines above.',
    );
  }
  return 0;
}

function startServers(context, { port, appPort }) {
  const args = [
    findBackstageCli(context.root),
    'repo',
    'start',
    ...configArguments(context.root),
  ];
  return spawn(
    findRuntime(context).node,
    ...tieToLauncher(args, {
      cwd: context.root,
      env: { ...createRuntimeEnv(context), ...developmentEnv(port, appPort) },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
}

function untilEnded(context, child) {
  context.signal.addEventListener('abort', () => void stopProgram(child), {
    once: true,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code === null ? `signal ${signal}` : `exit code ${code}`),
    );
  });
}

function developmentEnv(port, appPort) {
  return {
    NODE_ENV: 'development',
    APP_CONFIG_app_baseUrl: portalUrl(appPort),
    APP_CONFIG_backend_baseUrl: portalUrl(port),
    APP_CONFIG_backend_listen_port: String(port),
    APP_CONFIG_backend_cors_origin: portalUrl(appPort),
  };
}
