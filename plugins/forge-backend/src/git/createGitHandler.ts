import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  forgeRepositoryPushPermission,
  forgeRepositoryReadPermission,
  formatRepositoryName,
  type Repository,
} from '@groundwork/plugin-forge-common';
import type { Request, RequestHandler, Response } from 'express';
import type { CallerAccess } from '../access/CallerAccess';
import type { GitAuthenticator, GitCaller } from './GitAuthenticator';
import { findRepository } from '../findRepository';
import type { GitHost } from './GitHost';
import type { GitLimits } from './GitLimits';
import { ProcessSlots } from './ProcessSlots';
import { parseGitRoute, type GitRefusal, type GitRoute } from './gitRoute';
import type { RequestGuard } from './RequestGuard';
import { serveGit } from './serveGit';

/** What serving Git needs. */
export interface GitHandlerOptions {
  host: GitHost;
  guard: RequestGuard;
  authenticator: GitAuthenticator;
  access: Pick<CallerAccess, 'may'>;
  limits: GitLimits;
  logger: LoggerService;
}

const NOT_FOUND: GitRefusal = {
  status: 404,
  message: 'There is no such repository',
};

/** Serves fetch and push below `/forge`, and leaves every other request to the pages. */
export function createGitHandler(options: GitHandlerOptions): RequestHandler {
  const slots = ProcessSlots.create({
    count: options.limits.processes,
    maxWaitMs: options.limits.waitMs,
  });
  return async (request, response, next) => {
    try {
      const route = parseGitRoute({
        method: request.method,
        path: request.path,
        service: request.query.service,
      });
      if (!route) {
        next();
        return;
      }
      const admission = await admit(request, route, options);
      if ('status' in admission) {
        refuse(response, admission);
        return;
      }
      const isServed = await slots.run(response, () =>
        serve({ request, response, ...admission }, options),
      );
      if (!isServed && !response.destroyed) {
        response.set('Retry-After', '30');
        refuse(response, {
          status: 503,
          message: 'Too many clones and pushes at once; try again shortly',
        });
      }
    } catch (error) {
      fail({ request, response, error }, options.logger);
    }
  };
}

interface Admission {
  route: GitRoute;
  caller: GitCaller;
  repository: Repository;
}

/** Cheap checks first; nobody learns what exists before they are known. */
async function admit(
  request: Request,
  route: GitRoute | GitRefusal,
  options: GitHandlerOptions,
): Promise<Admission | GitRefusal> {
  const refusal = options.guard.check(request.headers);
  if (refusal) {
    return refusal;
  }
  if ('status' in route) {
    return route;
  }
  if (!isRequestOfGit(request, route)) {
    return { status: 415, message: 'This is not a request of Git' };
  }
  if (Number(request.get('content-length') ?? 0) > options.limits.pushBytes) {
    return {
      status: 413,
      message: `A push may have at most ${options.limits.pushBytes} bytes`,
    };
  }
  const caller = await options.authenticator.authenticate(request);
  if (!caller) {
    return {
      status: 401,
      message: 'Give an access token of the portal as the password',
    };
  }
  return authorize(route, caller, options);
}

async function authorize(
  route: GitRoute,
  caller: GitCaller,
  { host, access }: GitHandlerOptions,
): Promise<Admission | GitRefusal> {
  const repository = await findRepository(host, route);
  if (
    !repository ||
    !(await access.may(caller, forgeRepositoryReadPermission, repository))
  ) {
    return NOT_FOUND;
  }
  if (
    route.service === 'git-receive-pack' &&
    !(await access.may(caller, forgeRepositoryPushPermission, repository))
  ) {
    return {
      status: 403,
      message: `You may not push to ${formatRepositoryName(
        route,
      )}; propose a change in the portal`,
    };
  }
  return { route, caller, repository };
}

/**
 * A page can only send these types after a preflight, which the portal does not answer for other origins. Git compresses
 * no push, and one that is could inflate to anything before its size is known.
 */
function isRequestOfGit(request: Request, route: GitRoute): boolean {
  return (
    route.isAdvertisement ||
    (request.get('content-type') === `application/x-${route.service}-request` &&
      (route.service === 'git-upload-pack' ||
        request.get('content-encoding') === undefined))
  );
}

async function serve(
  work: Admission & { request: Request; response: Response },
  { host, limits, logger }: GitHandlerOptions,
): Promise<void> {
  const { route, caller, repository, request, response } = work;
  const name = { namespace: repository.namespace, name: repository.name };
  const isPush = !route.isAdvertisement && route.service === 'git-receive-pack';
  try {
    const { exitCode, stderr } = await serveGit(request, response, {
      route: { ...route, ...name },
      root: host.directory,
      remoteUser: caller.type === 'user' ? caller.userEntityRef : 'local',
      limits,
    });
    if (exitCode !== 0 && !response.destroyed) {
      logger.warn(
        `${route.service} of ${formatRepositoryName(name)} failed: ${stderr}`,
      );
    }
  } finally {
    if (isPush) {
      await host.announcePush(name, {
        by: caller.type === 'user' ? caller.userEntityRef : undefined,
      });
    }
  }
}

function refuse(response: Response, { status, message }: GitRefusal): void {
  if (status === 401) {
    response.set(
      'WWW-Authenticate',
      'Basic realm="Groundwork", charset="UTF-8"',
    );
  }
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', Connection: 'close' })
    .type('text/plain')
    .send(`${message}\n`);
}

function fail(
  work: { request: Request; response: Response; error: unknown },
  logger: LoggerService,
): void {
  const { request, response, error } = work;
  logger.error(
    `Git request ${request.method} ${request.path} failed`,
    isError(error) ? error : undefined,
  );
  if (!response.headersSent) {
    refuse(response, { status: 500, message: 'The request failed' });
  }
}
