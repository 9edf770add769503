import { NotAllowedError } from '@backstage/errors';
import {
  forgeRepositoryMergePermission,
  forgeRepositoryProposePermission,
  forgeRepositoryPushPermission,
  type Change,
} from '@groundwork/plugin-forge-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Actor } from '@groundwork/plugin-forge-node';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { EDIT_BODY_LIMIT } from './commitsRouter';
import {
  CommitId,
  Edits,
  LongText,
  parse,
  parseQuery,
  Revision,
  Title,
} from './parse';
import type { OpenedRepository, RequestContext } from './RequestContext';

const ListQuery = z.strictObject({
  state: z.enum(['open', 'merged', 'closed']).optional(),
});
const ChangeNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const OpenBody = z.strictObject({
  title: Title,
  description: LongText.optional(),
  targetBranch: Revision.optional(),
  sourceBranch: Revision.optional(),
  edits: Edits.optional(),
  baseCommit: CommitId.optional(),
  message: LongText.trim().min(1).optional(),
});
const EditBody = z.strictObject({
  edits: Edits,
  message: LongText.trim().min(1),
  expectedHead: CommitId,
});
const UpdateBody = z.strictObject({
  title: Title.optional(),
  description: LongText.optional(),
});
const ReviewBody = z.strictObject({
  verdict: z.enum(['approve', 'request-changes', 'comment']),
  comment: LongText.optional(),
  expectedHead: CommitId,
});
const MergeBody = z.strictObject({ expectedHead: CommitId });
const NoBody = z.strictObject({}).optional();

const BASE = '/repositories/:namespace/:name/changes';

/** Changes: proposed, reviewed, merged or closed. */
export function createChangesRouter(context: RequestContext): Router {
  const router = PromiseRouter();
  router.use(BASE, express.json({ limit: EDIT_BODY_LIMIT }));
  addReads(router, context);
  addProposals(router, context);
  addDecisions(router, context);
  return router;
}

function addReads(router: Router, context: RequestContext): void {
  router.get(BASE, async (request, response) => {
    const filter = parseQuery(ListQuery, request);
    const { host, name } = await context.open(request);
    response.json({ items: await host.listChanges({ ...name, ...filter }) });
  });

  router.get(`${BASE}/:number`, async (request, response) => {
    const number = parse(ChangeNumber, request.params.number);
    const { host, name } = await context.open(request);
    response.json(await host.getChange({ ...name, number }));
  });

  router.get(`${BASE}/:number/diff`, async (request, response) => {
    const number = parse(ChangeNumber, request.params.number);
    const { host, name } = await context.open(request);
    response.json(await host.diffChange({ ...name, number }));
  });
}

function addProposals(router: Router, context: RequestContext): void {
  router.post(BASE, async (request, response) => {
    const body = parse(OpenBody, request.body);
    const { credentials, host, name, actor, repository } =
      await context.openFor(request, forgeRepositoryProposePermission);
    if (!body.edits) {
      // Authors may edit the branch of their change, so it has to be theirs.
      await context.permissions.require(
        credentials,
        forgeRepositoryPushPermission,
        repository,
      );
    }
    response
      .status(201)
      .json(await host.openChange({ ...name, ...body, actor }));
  });

  router.post(`${BASE}/:number/edits`, async (request, response) => {
    const body = parse(EditBody, request.body);
    const { host, location, actor } = await openAsAuthor(
      context,
      request,
      forgeRepositoryPushPermission,
    );
    response.json(await host.updateChange({ ...location, ...body, actor }));
  });

  router.patch(`${BASE}/:number`, async (request, response) => {
    const body = parse(UpdateBody, request.body);
    const { host, location, actor } = await openAsAuthor(
      context,
      request,
      forgeRepositoryMergePermission,
    );
    response.json(await host.updateChange({ ...location, ...body, actor }));
  });
}

function addDecisions(router: Router, context: RequestContext): void {
  router.post(`${BASE}/:number/reviews`, async (request, response) => {
    const number = parse(ChangeNumber, request.params.number);
    const body = parse(ReviewBody, request.body);
    const { host, name, actor } = await context.openFor(
      request,
      forgeRepositoryProposePermission,
    );
    const location = { ...name, number };
    const { author } = await host.getChange(location);
    if (body.verdict === 'approve' && author === actor.ref) {
      throw new NotAllowedError(
        'You cannot approve your own change; ask somebody else to review it',
      );
    }
    response.json(await host.reviewChange({ ...location, ...body, actor }));
  });

  router.post(`${BASE}/:number/merge`, async (request, response) => {
    const number = parse(ChangeNumber, request.params.number);
    const { expectedHead } = parse(MergeBody, request.body);
    const { host, name, actor } = await context.openFor(
      request,
      forgeRepositoryMergePermission,
    );
    response.json(
      await host.mergeChange({ ...name, number, expectedHead, actor }),
    );
  });

  router.post(`${BASE}/:number/close`, async (request, response) => {
    parse(NoBody, request.body);
    const { host, location, actor } = await openAsAuthor(
      context,
      request,
      forgeRepositoryMergePermission,
    );
    response.json(await host.closeChange({ ...location, actor }));
  });
}

/** Opens a change for its author, who needs to be a developer still, and for whoever has the permission. */
async function openAsAuthor(
  context: RequestContext,
  request: Request,
  permission: ResourcePermission<'forge-repository'>,
): Promise<
  Pick<OpenedRepository, 'host'> & {
    location: Pick<Change, 'number'> & { namespace: string; name: string };
    actor: Actor;
  }
> {
  const number = parse(ChangeNumber, request.params.number);
  const actor = await context.actor(request);
  const { credentials, host, name, repository } = await context.open(request);
  const location = { ...name, number };
  const { author } = await host.getChange(location);
  await context.permissions.require(
    credentials,
    author === actor.ref ? forgeRepositoryProposePermission : permission,
    repository,
  );
  return { host, location, actor };
}
