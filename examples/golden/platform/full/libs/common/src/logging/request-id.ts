import { randomUUID } from 'node:crypto';

/** The header, and the key of gRPC metadata, that carries the id of a request from service to service. */
export const REQUEST_ID = 'x-request-id';

/** What a caller may send as the id of its request; anything else could forge lines of a log. */
const ACCEPTED = /^[\w.-]{1,64}$/;

/** Keeps the id that a caller gave to its request, or makes one. */
export function identify(given: unknown): string {
  return typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID();
}
