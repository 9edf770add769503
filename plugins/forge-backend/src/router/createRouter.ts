import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { NamespaceRules } from '../access/NamespaceRules';
import type { AccessTokens } from '../tokens/AccessTokens';
import { createChangesRouter } from './changesRouter';
import { createCommitsRouter } from './commitsRouter';
import { createContentRouter } from './contentRouter';
import { createNamespacesRouter } from './namespacesRouter';
import { createRepositoriesRouter } from './repositoriesRouter';
import { createTokensRouter } from './tokensRouter';
import type { RequestContext } from './RequestContext';

/** The JSON API of the forge, one router per resource. */
export function createRouter(options: {
  context: RequestContext;
  namespaces: NamespaceRules;
  tokens: AccessTokens;
}): Router {
  const { context, namespaces, tokens } = options;
  const router = PromiseRouter();
  router.use(createRepositoriesRouter(context));
  router.use(createContentRouter(context));
  router.use(createCommitsRouter(context));
  router.use(createChangesRouter(context));
  router.use(createNamespacesRouter(context, namespaces));
  router.use(createTokensRouter(context, tokens));
  return router;
}
