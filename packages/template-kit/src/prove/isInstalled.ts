import { spawnSync } from 'node:child_process';

/** Whether a program is on the PATH, whatever it says of its version. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
