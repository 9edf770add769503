import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Actor, ForgeEvent } from '@groundwork/plugin-forge-node';
import { EmbeddedForgeHost } from '../embedded/EmbeddedForgeHost';

/** The repository that the tests begin with. */
export const ORDERS = { namespace: 'acme', name: 'orders' };

/** An actor of the tests. */
export const DANA: Actor = {
  ref: 'user:default/dana',
  signature: { name: 'Dana Okafor', email: 'dana@example.com' },
};

/** Another one. */
export const FINN: Actor = {
  ref: 'user:default/finn',
  signature: { name: 'Finn Berg', email: 'finn@example.com' },
};

/** An embedded host on a directory of its own, and what it told its listeners. */
export interface TestHost {
  host: EmbeddedForgeHost;
  directory: string;
  events: ForgeEvent[];
  logger: ReturnType<typeof mockServices.logger.mock>;
  /** Another process on the same directory, later. */
  restart(): Promise<TestHost>;
  remove(): Promise<void>;
}

/** Starts a host as the portal does, with the namespaces `acme` and `groundwork`. */
export async function createTestHost(
  options: { directory?: string; maxBytes?: number } = {},
): Promise<TestHost> {
  const { maxBytes = 64 * 1024 * 1024 } = options;
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'forge-host-')));
  const events: ForgeEvent[] = [];
  const logger = mockServices.logger.mock();
  const host = await EmbeddedForgeHost.create({
    directory,
    maxBytes,
    namespaces: ['acme', 'groundwork'],
    events: { emit: event => void events.push(event) },
    logger,
  });
  await host.start();
  return {
    host,
    directory,
    events,
    logger,
    restart: () => createTestHost({ directory, maxBytes }),
    remove: () =>
      rm(directory, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Creates a repository of some files. */
export async function createOrders(
  { host }: Pick<TestHost, 'host'>,
  files: Record<string, string> = { 'README.md': '# Orders\n' },
): Promise<string> {
  const { commit } = await host.createFromHistory({
    ...ORDERS,
    owner: 'group:default/payments',
    idempotencyKey: 'test',
    history: {
      commits: [
        {
          message: 'Begin',
          actor: DANA,
          edits: Object.entries(files).map(([path, content]) => ({
            path,
            content,
          })),
        },
      ],
    },
  });
  return commit;
}
