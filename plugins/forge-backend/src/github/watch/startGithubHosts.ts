import type {
  HttpRouterService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { GithubForgeHost } from '../GithubForgeHost';
import { createWebhookRouter, WEBHOOK_PATH } from './createWebhookRouter';

/** Without a webhook the portal hears of a push within this time. */
const POLL = { seconds: 60 };

/** With one, deliveries that were lost are made up for. */
const CATCH_UP = { minutes: 10 };

/** Listens to what happens on the GitHub hosts: to their webhooks, and by asking. */
export async function startGithubHosts(options: {
  forge: ForgeService;
  httpRouter: HttpRouterService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { forge, httpRouter, scheduler } = options;
  const hosts = forge.hosts.filter(host => host instanceof GithubForgeHost);
  if (hosts.some(({ hasWebhook }) => hasWebhook)) {
    httpRouter.addAuthPolicy({ path: WEBHOOK_PATH, allow: 'unauthenticated' });
    httpRouter.use(createWebhookRouter(hosts));
  }
  for (const host of hosts) {
    await scheduler.scheduleTask({
      id: `forge-github-poll:${host.id}`,
      frequency: host.hasWebhook ? CATCH_UP : POLL,
      timeout: { minutes: 5 },
      // Each process tells its own listeners.
      scope: 'local',
      fn: () => host.poll(),
    });
  }
}
