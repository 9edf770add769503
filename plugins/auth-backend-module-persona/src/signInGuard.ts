import type { Config } from '@backstage/config';
import { isLoopbackHost } from './loopback';

/** Sign-in without a password, each under its config key. */
const PASSWORDLESS_PROVIDERS = ['persona', 'guest'] as const;

/** Allowed, not forbidden, environments: an unset NODE_ENV counts as production. */
const LOCAL_ENVIRONMENTS = new Set(['development', 'test']);

/** Stops the backend when it would sign people in without a password anywhere but on a laptop. */
export function assertSafeSignIn(
  config: Config,
  environment: string | undefined,
): void {
  const enabled = PASSWORDLESS_PROVIDERS.map(
    provider => `auth.providers.${provider}`,
  ).filter(key => config.has(key));
  if (enabled.length === 0) {
    return;
  }
  const [key] = enabled;
  if (!LOCAL_ENVIRONMENTS.has(environment ?? '')) {
    throw new Error(
      `Refusing to start: ${enabled.join(
        ' and ',
      )} is configured, and signs anybody in without a password, while NODE_ENV is '${
        environment ?? 'unset'
      }'. Set the key to null in app-config.production.yaml and configure auth.providers.github or auth.providers.oidc`,
    );
  }
  const host = readListenHost(config);
  if (!isLoopbackHost(host)) {
    throw new Error(
      `Refusing to start: ${key} is configured while the backend listens on '${
        host || 'every address'
      }'. Personas are for this machine only: set backend.listen.host to 127.0.0.1, or configure auth.providers.github or auth.providers.oidc instead`,
    );
  }
}

function readListenHost(config: Config): string {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'object') {
    return config.getOptionalString('backend.listen.host') ?? '';
  }
  const [host, port] = String(listen ?? '').split(':');
  return port === undefined ? '' : host;
}
