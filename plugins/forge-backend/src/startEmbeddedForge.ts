import type {
  LifecycleService,
  LoggerService,
  RootConfigService,
  RootLifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { GitHost } from './git/GitHost';
import { ProcessGuard } from './replicas/ProcessGuard';
import { seedForge } from './seed/seedForge';
import type { SeededHost } from './seed/Seeder';

/** Makes this process the one that serves the repositories, and lets go of them when it ends. */
export async function startEmbeddedForge(options: {
  host: GitHost & SeededHost;
  knex: Knex;
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  rootLifecycle: RootLifecycleService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { host, lifecycle, rootLifecycle } = options;
  const guard = await acquireGuard(options);
  lifecycle.addShutdownHook(async () => {
    await host.stop('The portal is stopping; retry when it is back');
    await guard.release();
  });
  await host.start({ isQuiet: true });
  await seedForge(options);
  // Only then does everybody listen, and hears of everything so far. Nobody waits for it: after a restore it may look into every repository.
  rootLifecycle.addStartupHook(() => void host.catchUp());
  await options.scheduler.scheduleTask({
    id: 'maintain-repositories',
    scope: 'local',
    initialDelay: { minutes: 5 },
    frequency: { minutes: 30 },
    timeout: { minutes: 30 },
    fn: () => host.maintain(),
  });
}

async function acquireGuard(options: {
  host: GitHost;
  knex: Knex;
  logger: LoggerService;
}): Promise<ProcessGuard> {
  const { host, knex, logger } = options;
  try {
    return await ProcessGuard.acquire({
      knex,
      logger,
      onLost: () => {
        void host.stop(
          'Another process serves the repositories of the embedded forge now',
        );
        logger.error(
          'Another process has taken over the repositories of the embedded forge, because this one was silent for too long; it stops now',
        );
        process.kill(process.pid, 'SIGTERM');
      },
    });
  } catch (error) {
    await host.stop('The embedded forge has not started; the log says why');
    throw error;
  }
}
