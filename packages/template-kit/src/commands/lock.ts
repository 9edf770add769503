import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceUnavailableError } from '@backstage/errors';
import { writeFiles } from '../record/goldenFiles';
import { runCommand } from '../prove/runCommand';
import type { RenderedFile } from '../render/RenderedTree';
import type { Kit } from './Kit';

const LOCKFILE = 'pnpm-lock.yaml';
const TARGET = join('layers', 'lock-node', '.template', LOCKFILE);

/** The packages whose entries `pnpm:lock` takes: the case with every dependency, and what its directory is called. */
const PACKAGES = [
  { template: 'nestjs-service', case: 'full', directory: 'services/service' },
  {
    template: 'nestjs-service',
    case: 'accounts',
    directory: 'services/accounts',
  },
  { template: 'library', case: 'full', directory: 'libs/library' },
];

/**
 * Has pnpm lock a workspace of everything that templates bring.
 *
 * @returns the lockfile that was written
 */
export async function lock(kit: Kit, env: NodeJS.ProcessEnv): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'groundwork-lock-'));
  try {
    await writeFiles(directory, { files: await listWorkspaceFiles(kit) });
    const { isSuccess, tail } = await runCommand(
      ['pnpm', 'install', '--lockfile-only', '--no-frozen-lockfile'],
      { cwd: directory, env },
    );
    if (!isSuccess) {
      throw new ServiceUnavailableError(`pnpm cannot lock: ${tail}`);
    }
    const target = join(kit.directories.templates, TARGET);
    await copyFile(join(directory, LOCKFILE), target);
    return target;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function listWorkspaceFiles(kit: Kit): Promise<RenderedFile[]> {
  const files = await renderSources(kit, 'platform', 'minimal');
  for (const { directory, ...part } of PACKAGES) {
    const sources = await renderSources(kit, part.template, part.case);
    files.push(
      ...sources
        .filter(({ path }) =>
          /^(services|libs)\/[^/]+\/package\.json$/.test(path),
        )
        .map(file => ({ ...file, path: `${directory}/package.json` })),
    );
  }
  return files;
}

async function renderSources(
  kit: Kit,
  name: string,
  wanted: string,
): Promise<RenderedFile[]> {
  const { template, values } = kit.findCase(name, wanted);
  const { files } = await kit.renderer.renderSources(template, values);
  return files;
}
