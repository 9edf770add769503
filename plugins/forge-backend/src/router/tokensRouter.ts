import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { AccessTokens } from '../tokens/AccessTokens';
import { parse } from './parse';
import type { RequestContext } from './RequestContext';

const IssueBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  expiresInDays: z.number().int().min(1).max(365).optional(),
});

/** The user's own access tokens; nobody sees or ends those of others. */
export function createTokensRouter(
  context: RequestContext,
  tokens: AccessTokens,
): Router {
  const router = PromiseRouter();
  router.use('/tokens', express.json(), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.get('/tokens', async (request, response) => {
    const { principal } = await context.user(request);
    response.json({ items: await tokens.list(principal.userEntityRef) });
  });

  router.post('/tokens', async (request, response) => {
    const { principal } = await context.user(request);
    const body = parse(IssueBody, request.body);
    response.status(201).json(
      await tokens.issue({
        ...body,
        userEntityRef: principal.userEntityRef,
      }),
    );
  });

  router.delete('/tokens/:id', async (request, response) => {
    const { principal } = await context.user(request);
    await tokens.revoke(request.params.id, principal.userEntityRef);
    response.status(204).end();
  });

  return router;
}
