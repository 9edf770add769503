import type {
  NameAvailability,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { ForgeHost } from '@groundwork/plugin-forge-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { NamespaceRules } from '../access/NamespaceRules';
import { findSegmentProblem } from '../embedded/names';
import type { RequestContext } from './RequestContext';

/** Where repositories can be created, and under which names. */
export function createNamespacesRouter(
  context: RequestContext,
  rules: NamespaceRules,
): Router {
  const router = PromiseRouter();

  router.get('/namespaces', async (request, response) => {
    const credentials = await context.user(request);
    response.json({ items: await rules.list(credentials) });
  });

  router.get(
    '/namespaces/:namespace/names/:name',
    async (request, response) => {
      await context.user(request);
      const host = context.host(request);
      const { namespace, name } = request.params;
      response.json(await checkName(host, { namespace, name }));
    },
  );

  return router;
}

async function checkName(
  host: ForgeHost,
  { namespace, name }: RepositoryName,
): Promise<NameAvailability> {
  const refuse = (reason: string) => ({ isAvailable: false, reason });
  const problem = findSegmentProblem(name);
  if (problem) {
    return refuse(`The name ${problem}`);
  }
  if (!(await host.listNamespaces()).includes(namespace)) {
    return refuse(`There is no namespace ${namespace}`);
  }
  const taken = (await host.listRepositories()).find(
    repository =>
      repository.namespace === namespace &&
      repository.name.toLowerCase() === name.toLowerCase(),
  );
  return taken
    ? refuse(`There is already a repository ${namespace}/${taken.name}`)
    : { isAvailable: true };
}
