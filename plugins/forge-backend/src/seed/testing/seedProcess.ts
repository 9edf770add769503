import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { EmbeddedForgeHost } from '../../embedded/EmbeddedForgeHost';
import { Seeder } from '../Seeder';
import { Seeds } from '../Seeds';

/** Seeds a directory in the way that the plugin does; the tests run it in processes that they kill. */
export async function seedDirectory(
  directory: string,
  seedsFile: string,
): Promise<void> {
  const logger = WinstonLogger.create({ level: 'error' });
  const host = await EmbeddedForgeHost.create({
    directory,
    namespaces: ['acme', 'groundwork'],
    maxBytes: 100_000_000,
    events: { emit: () => undefined },
    logger,
  });
  await host.start();
  const seeds = await Seeds.read(seedsFile);
  await Seeder.create({ seeds, host, logger, isWithExamples: true }).run();
}
