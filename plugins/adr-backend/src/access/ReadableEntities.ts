import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Whether somebody may read an entity, and so the decisions about it. */
export type MayRead = (entityRef: string) => boolean;

/** A page asks several times in a moment; a right that is taken away counts after this at the latest. */
const REMEMBERED_MS = 3_000;

/** References in one question to the catalog. */
const BATCH = 200;

interface Remembered {
  mayRead: Promise<MayRead>;
  until: number;
}

interface ReadableEntitiesOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  /** The entities that there are decisions about. */
  listEntityRefs(): Promise<string[]>;
}

/** Knows which entities somebody may read: the catalog decides, with the rights of whoever asks. */
export class ReadableEntities {
  readonly #options: ReadableEntitiesOptions;
  readonly #remembered = new Map<string, Remembered>();

  static create(options: ReadableEntitiesOptions): ReadableEntities {
    return new ReadableEntities(options);
  }

  private constructor(options: ReadableEntitiesOptions) {
    this.#options = options;
  }

  /** What the caller may read. */
  async of(credentials: BackstageCredentials): Promise<MayRead> {
    const { auth } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return this.#ask(credentials);
    }
    const key = credentials.principal.userEntityRef;
    const now = Date.now();
    const known = this.#remembered.get(key);
    if (known && known.until > now) {
      return known.mayRead;
    }
    this.#forgetOld(now);
    const mayRead = this.#ask(credentials);
    this.#remembered.set(key, { mayRead, until: now + REMEMBERED_MS });
    mayRead.catch(() => this.#remembered.delete(key));
    return mayRead;
  }

  #forgetOld(now: number): void {
    for (const [key, { until }] of this.#remembered) {
      if (until <= now) this.#remembered.delete(key);
    }
  }

  async #ask(credentials: BackstageCredentials): Promise<MayRead> {
    const [{ result }] = await this.#options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) return () => true;
    if (result === AuthorizeResult.DENY) return () => false;
    const readable = await this.#findReadable(credentials);
    return entityRef => readable.has(entityRef);
  }

  async #findReadable(credentials: BackstageCredentials): Promise<Set<string>> {
    const { catalog, listEntityRefs } = this.#options;
    const refs = await listEntityRefs();
    const readable = new Set<string>();
    for (let start = 0; start < refs.length; start += BATCH) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: refs.slice(start, start + BATCH),
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      for (const entity of items) {
        if (entity) readable.add(stringifyEntityRef(entity));
      }
    }
    return readable;
  }
}
