import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '@backstage/config';
import type { GitRefusal } from './gitRoute';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses what a foreign page could make a browser send.
 *
 * @remarks
 * Git itself sends neither `Origin` nor `Sec-Fetch-Site`. The Host check stops a foreign name that was rebound to this
 * machine, for which the browser would call the request same-origin.
 */
export class RequestGuard {
  readonly #hosts: ReadonlySet<string>;

  /** Admits the host of `backend.baseUrl`, and those of `forge.embedded.allowedHosts`. */
  static fromConfig(config: Config): RequestGuard {
    const { host, hostname, port } = new URL(
      config.getString('backend.baseUrl'),
    );
    const suffix = port ? `:${port}` : '';
    return new RequestGuard([
      host,
      ...(LOOPBACK_NAMES.includes(hostname)
        ? LOOPBACK_NAMES.map(name => `${name}${suffix}`)
        : []),
      ...(config.getOptionalStringArray('forge.embedded.allowedHosts') ?? []),
    ]);
  }

  private constructor(hosts: string[]) {
    this.#hosts = new Set(hosts.map(host => host.toLowerCase()));
  }

  /** Why a request is refused, if it is. */
  check(headers: IncomingHttpHeaders): GitRefusal | undefined {
    if (!this.#hosts.has(headers.host?.toLowerCase() ?? '')) {
      return {
        status: 421,
        message:
          'This server is not known by that name; add it to forge.embedded.allowedHosts',
      };
    }
    const { origin } = headers;
    if (origin !== undefined && !this.#isOwnOrigin(origin)) {
      return { status: 403, message: 'Requests of other sites are refused' };
    }
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none'
      ? undefined
      : { status: 403, message: 'Requests of other sites are refused' };
  }

  #isOwnOrigin(origin: string): boolean {
    return (
      /^https?:/.test(origin) &&
      URL.canParse(origin) &&
      this.#hosts.has(new URL(origin).host)
    );
  }
}
