import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Seeder, type SeededHost } from './Seeder';
import { Seeds } from './Seeds';

/** Brings the repositories that come with the portal to where the configuration wants them. */
export async function seedForge(options: {
  config: RootConfigService;
  host: SeededHost;
  logger: LoggerService;
}): Promise<void> {
  const { config, host, logger } = options;
  const seeds = await Seeds.fromConfig(config);
  if (!seeds) {
    return;
  }
  const isWithExamples =
    config.getOptionalBoolean('groundwork.examples') ?? true;
  await Seeder.create({ seeds, host, logger, isWithExamples }).run();
}
