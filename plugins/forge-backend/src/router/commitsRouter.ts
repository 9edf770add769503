import { forgeRepositoryPushPermission } from '@groundwork/plugin-forge-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import {
  CommitId,
  Edits,
  LocationQuery,
  LongText,
  parse,
  parseQuery,
  Revision,
} from './parse';
import type { RequestContext } from './RequestContext';

const ListQuery = LocationQuery.extend({
  cursor: z.string().max(1024).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

const CommitBody = z.strictObject({
  branch: Revision,
  expectedHead: CommitId,
  message: LongText.trim().min(1),
  edits: Edits,
});

/** Edits come as text in JSON; more than this belongs into a push. */
export const EDIT_BODY_LIMIT = '10mb';

/** The history of a repository, and commits made in the pages. */
export function createCommitsRouter(context: RequestContext): Router {
  const router = PromiseRouter();
  const base = '/repositories/:namespace/:name/commits';

  router.get(base, async (request, response) => {
    const query = parseQuery(ListQuery, request);
    const { host, name } = await context.open(request);
    response.json(await host.listCommits({ ...name, ...query }));
  });

  router.get(`${base}/:id`, async (request, response) => {
    const id = parse(CommitId, request.params.id);
    const { host, name } = await context.open(request);
    const commit = await host.getCommit(name, id);
    const diff = await host.diff(name, { from: commit.parents[0], to: id });
    response.json({ ...commit, diff });
  });

  router.post(
    base,
    express.json({ limit: EDIT_BODY_LIMIT }),
    async (request, response) => {
      const body = parse(CommitBody, request.body);
      const { host, name, actor } = await context.openFor(
        request,
        forgeRepositoryPushPermission,
      );
      response.status(201).json(await host.commit({ ...name, ...body, actor }));
    },
  );

  return router;
}
