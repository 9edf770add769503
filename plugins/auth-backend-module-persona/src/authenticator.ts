import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { assertLocalRequest } from './localRequest';
import { Personas, type Persona } from './personas';

/** Names the persona that a browser wants to be; absent means the default one. */
const PERSONA_HEADER = 'x-groundwork-persona';

/** Turns a request of the local app into the persona that it names. */
export function createPersonaAuthenticator(
  isAppOrigin: (origin: string) => boolean,
) {
  return createProxyAuthenticator<Personas, Persona, { persona: string }>({
    defaultProfileTransform: async ({ title }) => ({
      profile: { displayName: title },
    }),
    initialize: ({ config }) => Personas.fromConfig(config),
    async authenticate({ req }, personas) {
      assertLocalRequest(req.headers, isAppOrigin);
      const persona = personas.find(req.get(PERSONA_HEADER));
      return { result: persona, providerInfo: { persona: persona.name } };
    },
  });
}
