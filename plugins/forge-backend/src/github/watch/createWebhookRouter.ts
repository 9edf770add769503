import {
  AuthenticationError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GithubForgeHost } from '../GithubForgeHost';
import type { Delivery } from './GithubDeliveries';

/** Where GitHub sends what happened, below the plugin's own path; it needs no sign-in, but a signature. */
export const WEBHOOK_PATH = '/github/webhook';

/** GitHub sends no larger payload. */
const MAX_BODY = '25mb';

/** Bodies are held in memory until their signature is checked, so only so many at once. */
const MAX_AT_ONCE = 8;

/** Takes the deliveries of GitHub's webhooks. */
export function createWebhookRouter(hosts: readonly GithubForgeHost[]): Router {
  const router = PromiseRouter();
  let inProgress = 0;

  router.post(
    [WEBHOOK_PATH, `${WEBHOOK_PATH}/:host`],
    (request, response, next) => {
      findHost(hosts, request.params.host);
      readHeaders(request);
      if (inProgress >= MAX_AT_ONCE) {
        throw new ServiceUnavailableError(
          'Too many deliveries at once; redeliver this one',
        );
      }
      inProgress++;
      response.on('close', () => inProgress--);
      next();
    },
    express.raw({ type: 'application/json', limit: MAX_BODY, inflate: false }),
    async (request, response) => {
      const host = findHost(hosts, request.params.host);
      const body: unknown = request.body;
      if (!Buffer.isBuffer(body)) {
        throw new InputError(
          'Set the content type of the webhook to application/json',
        );
      }
      const result = host.receive({ ...readHeaders(request), body });
      response.status(202).json({ result });
    },
  );

  return router;
}

function findHost(
  hosts: readonly GithubForgeHost[],
  id: string | undefined,
): GithubForgeHost {
  const host = hosts.find(candidate =>
    id === undefined ? hosts.length === 1 : candidate.id === id,
  );
  if (!host?.hasWebhook) {
    throw new NotFoundError(
      'No webhook is configured here; set forge.github[].webhookSecret, and with several hosts put the name of the host at the end of the address',
    );
  }
  return host;
}

/** Says no to what GitHub would not send before its body is read. */
function readHeaders(request: Request): Omit<Delivery, 'body'> {
  const id = request.get('x-github-delivery') ?? '';
  const event = request.get('x-github-event') ?? '';
  const signature = request.get('x-hub-signature-256') ?? '';
  if (!/^[\w-]{1,100}$/.test(id) || !/^[a-z_]{1,100}$/.test(event)) {
    throw new InputError(
      'A delivery of GitHub has the headers X-GitHub-Delivery and X-GitHub-Event',
    );
  }
  if (!/^sha256=[0-9a-f]{64}$/.test(signature)) {
    throw new AuthenticationError(
      'The delivery has no header X-Hub-Signature-256; give the webhook the secret of forge.github',
    );
  }
  return { id, event, signature };
}
