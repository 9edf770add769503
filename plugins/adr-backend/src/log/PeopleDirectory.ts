import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NamedPerson } from '@groundwork/plugin-adr-common';

/** Who joins a team is known to the log after this. */
const REMEMBERED_MS = 5 * 60_000;

/** Two have this name, so it names nobody for sure. */
const AMBIGUOUS = '';

/** Accounts elsewhere, by which records name people. */
const HANDLE_ANNOTATIONS = ['github.com/user-login', 'gitlab.com/user-login'];

function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/^@/, '')
    .trim();
}

function profileOf(entity: Entity): { displayName?: string; email?: string } {
  const profile = entity.spec?.profile;
  if (
    typeof profile !== 'object' ||
    profile === null ||
    Array.isArray(profile)
  ) {
    return {};
  }
  const { displayName, email } = profile;
  return {
    displayName: typeof displayName === 'string' ? displayName : undefined,
    email: typeof email === 'string' ? email : undefined,
  };
}

/** Everything that a record may call an entity by. */
function namesOf(entity: Entity): string[] {
  const { displayName, email } = profileOf(entity);
  return [
    stringifyEntityRef(entity),
    `${entity.kind}:${entity.metadata.name}`,
    entity.metadata.name,
    entity.metadata.title,
    displayName,
    email,
    ...HANDLE_ANNOTATIONS.map(name => entity.metadata.annotations?.[name]),
  ].flatMap(name => (name ? [keyOf(name)] : []));
}

/** `Ada Berg (CTO) <ada@acme.example>` is looked for by each of its parts, the surest first. */
function partsOf(person: string): string[] {
  const email = /[^\s<(]+@[^\s>)]+/.exec(person)?.[0];
  const handle = /(?:^|[\s(])@([\w-]+(?:\/[\w-]+)?)/.exec(person)?.[1];
  const name = person.replace(/[(<[].*$/, '');
  return [email, handle, handle?.split('/').at(-1), person, name].flatMap(
    part => (part && keyOf(part) ? [keyOf(part)] : []),
  );
}

/** Finds the user or group that a record means: by reference, handle, e-mail address or name. */
export class PeopleDirectory {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  #known: { names: Promise<Map<string, string>>; until: number } | undefined;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
  }): PeopleDirectory {
    return new PeopleDirectory(options.auth, options.catalog);
  }

  private constructor(auth: AuthService, catalog: CatalogService) {
    this.#auth = auth;
    this.#catalog = catalog;
  }

  /** The people with the entities that are meant. */
  async find(people: readonly string[]): Promise<NamedPerson[]> {
    if (people.length === 0) return [];
    const names = await this.#names();
    return people.map(name => {
      const entityRef = partsOf(name)
        .map(part => names.get(part))
        .find(ref => ref !== undefined && ref !== AMBIGUOUS);
      return entityRef ? { name, entityRef } : { name };
    });
  }

  #names(): Promise<Map<string, string>> {
    const now = Date.now();
    if (!this.#known || this.#known.until <= now) {
      const names = this.#load();
      this.#known = { names, until: now + REMEMBERED_MS };
      names.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.names;
  }

  async #load(): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: ['User', 'Group'] },
        fields: ['kind', 'metadata', 'spec.profile'],
        pageSize: 500,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) addNames(names, entity);
    }
    return names;
  }
}

function addNames(names: Map<string, string>, entity: Entity): void {
  const ref = stringifyEntityRef(entity);
  for (const name of new Set(namesOf(entity))) {
    const other = names.get(name);
    names.set(name, other === undefined || other === ref ? ref : AMBIGUOUS);
  }
}
