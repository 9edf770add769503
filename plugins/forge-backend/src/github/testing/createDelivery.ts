import { createHmac, randomUUID } from 'node:crypto';
import type { Delivery } from '../watch/GithubDeliveries';

/** The secret of the webhook in tests. */
export const WEBHOOK_SECRET = 'a-secret-of-the-webhook';

/** Signs a payload as GitHub does. */
export function createDelivery(
  event: string,
  payload: unknown,
  options: { id?: string; secret?: string } = {},
): Delivery {
  const { id = randomUUID(), secret = WEBHOOK_SECRET } = options;
  const body = Buffer.from(JSON.stringify(payload));
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  return { id, event, body, signature: `sha256=${digest}` };
}

/** A delivery as the headers of a request. */
export function toHeaders({
  id,
  event,
  signature,
}: Delivery): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-github-delivery': id,
    'x-github-event': event,
    'x-hub-signature-256': signature,
  };
}

/** The part of a payload that says which repository it is about. */
export function payloadFor(owner = 'acme', name = 'orders') {
  return {
    repository: {
      id: 1,
      name,
      full_name: `${owner}/${name}`,
      owner: { login: owner },
      default_branch: 'main',
    },
    sender: { login: 'octocat' },
  };
}
