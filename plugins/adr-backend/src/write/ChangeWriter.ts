import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Change } from '@groundwork/plugin-forge-common';
import {
  describeActor,
  type Actor,
  type FileEdit,
  type ForgeHost,
  type ForgeService,
} from '@groundwork/plugin-forge-node';
import type { SourcePlan } from '../sources/SourcePlan';

/** A repository at the head of its default branch. */
export interface OpenRepository {
  host: ForgeHost;
  name: { namespace: string; name: string };
  head: string;
}

/** Reads and changes repositories of the forge in the name of a user. */
export class ChangeWriter {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #forge: ForgeService;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }): ChangeWriter {
    return new ChangeWriter(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    forge: ForgeService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#forge = options.forge;
  }

  /** Opens the repository of a source; what is read through an address cannot be changed. */
  async open({ id, location }: SourcePlan): Promise<OpenRepository> {
    if (location.kind !== 'forge') {
      throw new InputError(
        `${id} is not in the forge, so the portal cannot propose changes of it; edit it where it is`,
      );
    }
    const host = this.#forge.getHost(location.host);
    const name = { namespace: location.namespace, name: location.name };
    const { head } = await host.getRepository(name);
    if (!head) {
      throw new ConflictError(`${id} is empty; push a first commit`);
    }
    return { host, name, head };
  }

  /** The text of a file at a commit. */
  async readText(
    { host, name }: OpenRepository,
    path: string,
    revision: string,
  ): Promise<string> {
    const bytes = await host.readBytes({ ...name, path, revision });
    return bytes.toString('utf8');
  }

  /** The user as commits record them. */
  async actorOf(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Actor> {
    const { userEntityRef } = credentials.principal;
    const entity = await this.#catalog.getEntityByRef(userEntityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return describeActor(userEntityRef, entity);
  }

  /** Opens a change of one commit. */
  async propose(
    { host, name, head }: OpenRepository,
    change: {
      title: string;
      description: string;
      edits: FileEdit[];
      actor: Actor;
      sourceBranch?: string;
    },
  ): Promise<Change> {
    return host.openChange({ ...name, ...change, baseCommit: head });
  }
}
