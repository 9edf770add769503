import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';

/** What a test portal is started with. */
export interface PortalOptions {
  /** Where the databases, the extra configuration and the docs of this portal go. */
  directory: string;
  /** Merged over the configuration files. */
  config?: JsonObject;
  /** Names of configuration files at the root of the repository. */
  configFiles?: string[];
  env?: Record<string, string>;
}

/** Writes the configuration of a test portal and returns the paths of all its files in order. */
export async function writeConfigFiles({
  directory,
  config,
  configFiles = ['app-config.yaml'],
}: PortalOptions): Promise<string[]> {
  const ownConfig: JsonObject = {
    backend: {
      workingDirectory: directory,
      ...(configFiles.length === 1 && {
        database: { connection: { directory } },
      }),
    },
    ...(configFiles.length === 1 && {
      forge: { embedded: { directory: path.join(directory, 'git') } },
      lineage: { basesDirectory: path.join(directory, 'bases.git') },
    }),
    techdocs: {
      publisher: { local: { publishDirectory: path.join(directory, 'docs') } },
    },
  };
  const written = await Promise.all(
    [ownConfig, config ?? {}].map(async (content, index) => {
      const file = path.join(directory, `app-config.test-${index}.json`);
      await writeFile(file, JSON.stringify(content));
      return file;
    }),
  );
  return [...configFiles.map(name => `../../${name}`), ...written];
}

/** Asks the system for a port that nobody uses. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) {
    throw new Error('No free port on 127.0.0.1');
  }
  return address.port;
}
