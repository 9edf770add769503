import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createPersonaAuthenticator } from './authenticator';
import { personaProfile, signInAsPersona } from './signIn';

/** Registers the auth provider `persona`, which signs in as one of the configured catalog users. */
export const authModulePersona = createBackendModule({
  pluginId: 'auth',
  moduleId: 'persona-provider',
  register(module) {
    module.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'persona',
          factory: context =>
            createProxyAuthProviderFactory({
              authenticator: createPersonaAuthenticator(
                context.isOriginAllowed,
              ),
              profileTransform: personaProfile,
              signInResolver: signInAsPersona,
            })(context),
        });
      },
    });
  },
});
