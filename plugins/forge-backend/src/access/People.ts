import type {
  AuthService,
  BackstageUserInfo,
} from '@backstage/backend-plugin-api';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { describeActor, type Actor } from '@groundwork/plugin-forge-node';

/** What the catalog knows about the people who use the forge. */
export class People {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  static create(options: { auth: AuthService; catalog: CatalogService }) {
    return new People(options);
  }

  private constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /**
   * The user and the groups that they are in, as at sign-in.
   *
   * @returns undefined for a user who has left the catalog, and with that the portal
   */
  async findUserInfo(
    userEntityRef: string,
  ): Promise<BackstageUserInfo | undefined> {
    const entity = await this.#find(userEntityRef);
    return (
      entity && {
        userEntityRef,
        ownershipEntityRefs: [
          ...new Set([
            stringifyEntityRef(entity),
            ...(entity.relations ?? [])
              .filter(({ type }) => type === RELATION_MEMBER_OF)
              .map(({ targetRef }) => targetRef),
          ]),
        ],
      }
    );
  }

  /** How commits and changes record a user. */
  async describeActor(userEntityRef: string): Promise<Actor> {
    return describeActor(userEntityRef, await this.#find(userEntityRef));
  }

  async #find(userEntityRef: string): Promise<Entity | undefined> {
    return this.#catalog.getEntityByRef(userEntityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
  }
}
