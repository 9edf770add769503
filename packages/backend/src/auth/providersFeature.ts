import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const CONFIG_KEY = 'groundwork.signIn';

const providers = {
  github: () => import('@backstage/plugin-auth-backend-module-github-provider'),
  oidc: () => import('@backstage/plugin-auth-backend-module-oidc-provider'),
};

/**
 * Loads the providers that `groundwork.signIn` lists; the app shows the same ones.
 *
 * @remarks
 * app-config.production.yaml describes every provider by its environment variables. A provider
 * that is loaded without its variables stops the start, so only the chosen ones are loaded.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig, logger: coreServices.rootLogger },
  loader({ config, logger }) {
    const names = config.getOptionalStringArray(CONFIG_KEY) ?? [];
    const unknown = names.filter(name => !isProvider(name));
    if (unknown.length > 0) {
      throw new InputError(
        `${CONFIG_KEY} names '${unknown.join(
          "', '",
        )}'; choose from ${Object.keys(providers).join(', ')}`,
      );
    }
    if (names.length > 0 && !config.has('auth.session.secret')) {
      throw new InputError(
        'auth.session.secret is missing: set PORTAL_SESSION_SECRET to 32 random bytes; sign-in keeps its state in a session',
      );
    }
    if (names.length === 0 && !config.has('auth.providers.persona')) {
      logger.warn(
        'Nobody can sign in: set PORTAL_SIGN_IN to github or oidc, and the variables of that provider',
      );
    }
    return names.filter(isProvider).map(name => providers[name]());
  },
});

function isProvider(name: string): name is keyof typeof providers {
  return Object.hasOwn(providers, name);
}
