// Writes the examples that templates make anew: runs the test that compares them, and lets it keep what it gets.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'node_modules', '@backstage', 'cli', 'bin');

const { status } = spawnSync(
  process.execPath,
  [
    join(cli, 'backstage-cli'),
    ...['package', 'test', '--watch=false', 'src/examples.test.ts'],
  ],
  {
    cwd: join(root, 'packages', 'backend'),
    env: { ...process.env, GROUNDWORK_UPDATE_EXAMPLES: 'true' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
