import {
  forgeRepositoryReadPermission,
  type Repository,
} from '@groundwork/plugin-forge-common';
import type { ForgeHost } from '@groundwork/plugin-forge-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RequestContext } from './RequestContext';

/** Repositories: the list, and one with what the user may do there. */
export function createRepositoriesRouter(context: RequestContext): Router {
  const router = PromiseRouter();

  router.get('/repositories', async (request, response) => {
    const credentials = await context.credentials(request);
    const mayRead = await context.permissions.decide(
      credentials,
      forgeRepositoryReadPermission,
    );
    const hosts =
      request.query.host === undefined
        ? context.forge.hosts
        : [context.host(request)];
    const items = (await listFrom(hosts)).filter(mayRead);
    response.json({ items });
  });

  router.get('/repositories/:namespace/:name', async (request, response) => {
    const { credentials, repository } = await context.open(request);
    response.json({
      ...repository,
      access: await context.permissions.accessTo(credentials, repository),
    });
  });

  router.get(
    '/repositories/:namespace/:name/refs',
    async (request, response) => {
      const { host, name } = await context.open(request);
      response.json(await host.listRefs(name));
    },
  );

  return router;
}

/** One host that does not answer must not hide the others. */
async function listFrom(hosts: readonly ForgeHost[]): Promise<Repository[]> {
  if (hosts.length === 1) {
    return hosts[0].listRepositories();
  }
  const lists = await Promise.allSettled(
    hosts.map(host => host.listRepositories()),
  );
  return lists.flatMap(list => (list.status === 'fulfilled' ? list.value : []));
}
