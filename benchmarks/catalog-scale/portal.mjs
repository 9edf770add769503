import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pickPort } from '../../scripts/launcher/testing/ports.mjs';

const BACKEND = fileURLToPath(
  new URL('../../packages/backend', import.meta.url),
);

/** Ten times what 10,000 entities take on two cores. */
const PATIENCE_MS = 600_000;

/** Starts the real backend on a database and a catalog of its own. */
export async function startPortal({ directory, location, config }) {
  const port = await pickPort();
  const token = randomBytes(16).toString('hex');
  const configFile = path.join(directory, 'app-config.json');
  await writeFile(
    configFile,
    JSON.stringify(createConfig({ directory, location, port, token, config })),
  );
  const child = spawn(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      'src/index.ts',
      ...['--config', '../../app-config.yaml', '--config', configFile],
    ],
    { cwd: BACKEND, env: { ...process.env, NODE_ENV: 'development' } },
  );
  const log = createWriteStream(path.join(directory, 'portal.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const request = async pathname => {
    const response = await fetch(`http://localhost:${port}${pathname}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw new Error(`${pathname} answered ${response.status}`);
    }
    return response.json();
  };
  return {
    pid: child.pid,
    request,
    waitFor: check => waitFor(check, child),
    stop: () => child.kill('SIGKILL'),
  };
}

function createConfig({ directory, location, port, token, config }) {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port },
      workingDirectory: directory,
      database: { connection: { directory } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'benchmark' } },
        ],
      },
    },
    catalog: {
      ...config,
      locations: [
        {
          type: 'file',
          target: location,
          rules: [
            { allow: ['Component', 'API', 'System', 'Group', 'Location'] },
          ],
        },
      ],
    },
  };
}

async function waitFor(check, child) {
  const deadline = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    if (await check().catch(() => false)) {
      return;
    }
    await sleep(250);
  }
  throw new Error('The portal ended or made no progress; see its log');
}
