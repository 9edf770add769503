import { ForgeEvents } from '@groundwork/plugin-forge-node';
import { EmbeddedForgeHost } from '../embedded/EmbeddedForgeHost';

/** What a child process does to a forge, until it is done or killed. */
export interface ForgeChildTask {
  directory: string;
  namespaces?: string[];
  /** A method of the host, and what it is called with. */
  method: 'createRepository' | 'commit' | 'openChange' | 'mergeChange' | 'seed';
  options: unknown;
}

const silent = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => silent,
};

async function main({
  directory,
  namespaces = ['acme'],
  method,
  options,
}: ForgeChildTask) {
  const host = await EmbeddedForgeHost.create({
    directory,
    namespaces,
    maxBytes: 2 ** 26,
    events: ForgeEvents.create({ logger: silent }),
    logger: silent,
  });
  await host.start();
  process.stdout.write('started\n');
  // The options come from a test of this package, which knows the method.
  await host[method](options as never);
  process.stdout.write('done\n');
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 1;
});
