import { access, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { runCommand } from './runCommand';

/** The version that the templates name as their package manager. */
export const PNPM_VERSION = '10.34.8';

/**
 * Brings pnpm, which generated repositories take from corepack, from the package registry.
 *
 * @returns the environment in which `pnpm` is found
 */
export async function bringPnpm(
  directory: string,
  env: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  const prefix = join(directory, `pnpm-${PNPM_VERSION}`);
  const bin = join(prefix, 'node_modules', '.bin');
  const isThere = await access(join(bin, 'pnpm')).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(directory, { recursive: true });
    const { isSuccess, tail } = await runCommand(
      [
        'npm',
        'install',
        '--no-save',
        '--ignore-scripts',
        '--prefix',
        prefix,
        `pnpm@${PNPM_VERSION}`,
      ],
      { cwd: directory, env },
    );
    if (!isSuccess) {
      throw new ServiceUnavailableError(
        `pnpm ${PNPM_VERSION} cannot be installed from the package registry: ${tail}`,
      );
    }
  }
  return { ...env, CI: 'true', PATH: `${bin}${delimiter}${env.PATH ?? ''}` };
}
