import type { IncomingMessage } from 'node:http';
import type { Config } from '@backstage/config';

const LOOPBACK_ADDRESS =
  /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Any of them says that somebody else asks through a proxy on this machine. */
const PROXY_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Whether programs on this machine may use Git without a password.
 *
 * @remarks
 * By default only in development, and only while the portal listens on loopback alone.
 */
export function readLocalAccess(config: Config): boolean {
  const listen = config.getOptional('backend.listen');
  const host =
    typeof listen === 'object'
      ? config.getOptionalString('backend.listen.host')
      : undefined;
  return (
    config.getOptionalBoolean('forge.embedded.localAccess') ??
    (process.env.NODE_ENV === 'development' &&
      host !== undefined &&
      LOOPBACK_NAMES.has(host.toLowerCase()))
  );
}

/** Whether a request comes from this machine itself; headers can only speak against it. */
export function isLocalRequest(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
): boolean {
  return (
    LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') &&
    PROXY_HEADERS.every(name => request.headers[name] === undefined)
  );
}
