import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { EXIT, type Terminal } from '../Terminal';

/** A bundle does not hold the bundler. */
async function loadBundler(): Promise<typeof import('esbuild')> {
  try {
    return await import('esbuild');
  } catch (error) {
    throw new InputError(
      'This program is a bundle itself; write a new one in the repository of the portal',
      error,
    );
  }
}

/** `adr bundle`: writes the program with everything that it needs into one file. */
export async function bundle(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (!file) {
    throw new InputError('Name the file to write, such as tools/adr.cjs');
  }
  const { build } = await loadBundler();
  await build({
    entryPoints: [join(__dirname, '..', 'adr.ts')],
    outfile: resolve(terminal.directory, file),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    external: ['esbuild'],
    banner: {
      js: '// Shows and checks decision records; written by `yarn adr bundle` of the portal. Do not edit.',
    },
    logLevel: 'silent',
  });
  terminal.print(`${file} is written; run it with: node ${file} lint`);
  return EXIT.ok;
}
