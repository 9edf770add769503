import { NotFoundError } from '@backstage/errors';
import type { TreeEntry } from '@groundwork/plugin-forge-common';
import type { ForgeHost, TreeLocation } from '@groundwork/plugin-forge-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { LocationQuery, parseQuery, RepositoryPath } from './parse';
import { rawHeaders } from './rawHeaders';
import type { RequestContext } from './RequestContext';

const LocateQuery = z.strictObject({ rest: RepositoryPath.optional() });

/** Directories and files at a revision. */
export function createContentRouter(context: RequestContext): Router {
  const router = PromiseRouter();
  const base = '/repositories/:namespace/:name';

  router.get(`${base}/locate`, async (request, response) => {
    const { rest = '' } = parseQuery(LocateQuery, request);
    const { host, name, repository } = await context.open(request);
    const place = await host.splitRevision(
      name,
      rest || repository.defaultBranch,
    );
    const type = await readType(host, { ...name, ...place });
    response.json({ ...place, type });
  });

  router.get(`${base}/tree`, async (request, response) => {
    const location = parseQuery(LocationQuery, request);
    const { host, name } = await context.open(request);
    response.json(await host.readTree({ ...name, ...location }));
  });

  router.get(`${base}/file`, async (request, response) => {
    const location = parseQuery(LocationQuery, request);
    const { host, name } = await context.open(request);
    response.json(await host.readFile({ ...name, ...location }));
  });

  router.get(`${base}/raw`, async (request, response) => {
    const location = parseQuery(LocationQuery, request);
    const { host, name } = await context.open(request);
    const bytes = await host.readBytes({ ...name, ...location });
    response
      .set(rawHeaders(location.path ?? '', bytes))
      // `send` would add a character set to a type that has none.
      .end(bytes);
  });

  return router;
}

/** The parent directory says what an entry is, also for links and submodules. */
async function readType(
  host: ForgeHost,
  location: TreeLocation & { commit: string; path: string },
): Promise<TreeEntry['type']> {
  const { namespace, name, commit } = location;
  const path = location.path.replace(/\/+$/, '');
  if (path === '') {
    return 'directory';
  }
  const parent = path.split('/').slice(0, -1).join('/');
  const { entries } = await host.readTree({
    namespace,
    name,
    revision: commit,
    path: parent,
  });
  const entry = entries.find(candidate => candidate.path === path);
  if (!entry) {
    throw new NotFoundError(`There is no ${path} in ${namespace}/${name}`);
  }
  return entry.type;
}
