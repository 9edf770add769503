import type { IncomingHttpHeaders } from 'node:http';
import { NotAllowedError } from '@backstage/errors';
import { isLoopbackHost } from './loopback';

/**
 * Refuses a sign-in that another website started.
 *
 * @remarks
 * A persona needs no password, so the browser's word on who is asking is the only protection.
 * The Host check stops a foreign page whose name was rebound to this machine; the browser then
 * calls the request same-origin, and only the name gives it away. A request without `Origin` and
 * `Sec-Fetch-Site` comes from a program, not from a page.
 */
export function assertLocalRequest(
  headers: IncomingHttpHeaders,
  isAppOrigin: (origin: string) => boolean,
): void {
  const host = headers.host ?? '';
  if (!isLoopbackHost(hostnameOf(`http://${host}`))) {
    throw new NotAllowedError(
      `Persona sign-in answers on localhost only, not on '${host}'; open the portal at http://localhost`,
    );
  }
  const { origin } = headers;
  const isKnownOrigin =
    origin !== undefined &&
    (new Set([`http://${host}`, `https://${host}`]).has(origin) ||
      (isAppOrigin(origin) && isLoopbackHost(hostnameOf(origin))));
  if (origin !== undefined && !isKnownOrigin) {
    throw new NotAllowedError(
      `Persona sign-in refuses requests from '${origin}'; use the portal's own pages`,
    );
  }
  const site = headers['sec-fetch-site'];
  const isOwnSite =
    site === undefined ||
    site === 'same-origin' ||
    (site === 'same-site' && isKnownOrigin);
  if (!isOwnSite) {
    throw new NotAllowedError(
      `Persona sign-in refuses ${site} requests; use the portal's own pages`,
    );
  }
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
