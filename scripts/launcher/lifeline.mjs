import { fileURLToPath } from 'node:url';

const EXIT_WITH_LAUNCHER = fileURLToPath(
  new URL('exitWithLauncher.cjs', import.meta.url),
);

/**
 * Makes a Node program end together with the launcher, also when the launcher is killed: an installation or a portal
 * that goes on alone would disturb the next start.
 *
 * @returns the arguments and the options for `spawn`
 */
export function tieToLauncher(args, { stdio, env, ...options }) {
  return [
    ['--require', EXIT_WITH_LAUNCHER, ...args],
    {
      ...options,
      stdio: [...stdio, 'pipe'],
      env: { ...env, GROUNDWORK_LIFELINE: '1' },
      detached: true,
    },
  ];
}
