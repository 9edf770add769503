import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A user of the example organisation that a local visitor can act as. */
export interface Persona {
  name: string;
  title: string;
  userEntityRef: string;
}

/** The configured personas and the one to start with. */
export class Personas {
  readonly #byName: ReadonlyMap<string, Persona>;
  readonly #default: Persona;

  /** Reads the value of `auth.providers.persona`. */
  static fromConfig(config: Config): Personas {
    const personasConfig = config.getConfig('personas');
    const byName = new Map(
      personasConfig
        .keys()
        .map(name => [name, readPersona(name, personasConfig.getConfig(name))]),
    );
    const defaultName = config.getString('default');
    const defaultPersona = byName.get(defaultName);
    if (!defaultPersona) {
      throw new InputError(
        `auth.providers.persona.default is '${defaultName}'; configured personas: ${list(
          byName,
        )}`,
      );
    }
    return new Personas(byName, defaultPersona);
  }

  private constructor(
    byName: ReadonlyMap<string, Persona>,
    defaultPersona: Persona,
  ) {
    this.#byName = byName;
    this.#default = defaultPersona;
  }

  /** Finds the persona that a request asks for; a request without a wish gets the default. */
  find(name: string | undefined): Persona {
    if (name === undefined) {
      return this.#default;
    }
    const persona = this.#byName.get(name);
    if (!persona) {
      throw new InputError(
        `No persona '${name}'; configured: ${list(this.#byName)}`,
      );
    }
    return persona;
  }
}

function readPersona(name: string, config: Config): Persona {
  const ref = parseEntityRef(config.getString('userEntityRef'), {
    defaultKind: 'user',
    defaultNamespace: 'default',
  });
  return {
    name,
    title: config.getString('title'),
    userEntityRef: stringifyEntityRef(ref),
  };
}

function list(byName: ReadonlyMap<string, Persona>): string {
  return [...byName.keys()].join(', ');
}
