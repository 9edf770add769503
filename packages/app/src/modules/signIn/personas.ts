import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** A user that a local portal can sign in as without a password. */
export type Persona = {
  /** What the sign-in request names. */
  name: string;
  title: string;
  userEntityRef: string;
};

/** Remembers the choice of this browser; the server decides whether it is a persona at all. */
const STORAGE_KEY = 'groundwork.persona';

/** Reads the personas that the configuration offers; none in production. */
export function readPersonas(config: ConfigApi): Persona[] {
  const personas = config.getOptionalConfig('auth.providers.persona.personas');
  if (!personas) return [];
  return personas.keys().map(name => ({
    name,
    title: personas.getString(`${name}.title`),
    userEntityRef: personas.getString(`${name}.userEntityRef`),
  }));
}

/** The persona that this browser chose last, if any. */
export function chosenPersona(): string | undefined {
  return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
}

/** Remembers a persona, or forgets the choice, for the next sign-in. */
export function choosePersona(name: string | undefined): void {
  if (name) {
    window.localStorage.setItem(STORAGE_KEY, name);
  } else {
    window.localStorage.removeItem(STORAGE_KEY);
  }
}
