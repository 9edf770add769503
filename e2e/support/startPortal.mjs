// Starts the real portal for the browser tests: the built app and the backend in one process, its state in a temporary directory.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressEnv } from '../../scripts/launcher/portal.mjs';

const port = process.argv[2];
const root = join(import.meta.dirname, '..', '..');
const state = mkdtempSync(join(tmpdir(), 'groundwork-e2e-'));
const logs = join(root, 'var', 'test');
mkdirSync(logs, { recursive: true });
mkdirSync(join(state, 'work'));
const log = openSync(join(logs, 'e2e-portal.log'), 'w');

const portal = spawn(
  process.execPath,
  [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'src/index.ts',
    '--config',
    '../../app-config.yaml',
  ],
  {
    cwd: join(root, 'packages', 'backend'),
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      ...addressEnv(port),
      APP_CONFIG_backend_workingDirectory: join(state, 'work'),
      APP_CONFIG_backend_database_connection_directory: join(state, 'db'),
      APP_CONFIG_forge_embedded_directory: join(state, 'git'),
      APP_CONFIG_lineage_basesDirectory: join(state, 'bases.git'),
      APP_CONFIG_techdocs_publisher_local_publishDirectory: join(state, 'docs'),
    },
  },
);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => portal.kill('SIGTERM'));
}
portal.on('exit', code => {
  rmSync(state, { recursive: true, force: true });
  process.exit(code ?? 0);
});
