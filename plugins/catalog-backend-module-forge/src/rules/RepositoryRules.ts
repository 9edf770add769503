import {
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ForgeScope, RepositoryUrl } from '@groundwork/plugin-forge-node';
import { listPlaceholderTargets } from './placeholders';
import type { RepositoryBoundary } from './RepositoryBoundary';

const ANNOTATION_TECHDOCS = 'backstage.io/techdocs-ref';

/** Who exists and who belongs to which role is not for people to decide who can push. */
const FORBIDDEN_KINDS = ['user', 'group'];

/** Where an entity was read, and what its repository may name. */
export interface EntityOrigin {
  fileUrl: string;
  boundary: RepositoryBoundary;
}

interface Options {
  scope: ForgeScope;
  integrations: ScmIntegrationRegistry;
  /** The namespaces whose repositories may bring templates. */
  templateNamespaces: string[];
}

/** What a catalog file in a repository may say; anybody who can push to the repository may have written it. */
export class RepositoryRules {
  readonly #options: Options;

  static create(options: Options): RepositoryRules {
    return new RepositoryRules(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Throws a `NotAllowedError` that says what is wrong and what would be right. */
  async check(entity: Entity, origin: EntityOrigin): Promise<void> {
    this.#checkKind(entity, origin.boundary);
    await this.#checkInside('The file', origin.fileUrl, origin);
    for (const target of listLocationTargets(entity)) {
      await this.#checkInside('The target', target, origin);
    }
    for (const target of listPlaceholderTargets(entity)) {
      await this.#checkInside('The placeholder for', target, origin);
    }
    await this.#checkSources(entity, origin);
  }

  #checkKind({ kind, metadata }: Entity, boundary: RepositoryBoundary): void {
    const from = `${kind} '${metadata.name}' comes from repository ${boundary.repositoryName}`;
    if (FORBIDDEN_KINDS.includes(kind.toLowerCase())) {
      throw new NotAllowedError(
        `${from}, but users and groups come only from what catalog.locations names`,
      );
    }
    const { templateNamespaces } = this.#options;
    if (isTemplate(kind) && !templateNamespaces.includes(boundary.namespace)) {
      throw new NotAllowedError(
        `${from}, but a template runs with the rights of the portal, and catalog.providers.forge.templateNamespaces allows only: ${
          templateNamespaces.join(', ') || 'none'
        }`,
      );
    }
  }

  /** Docs and templates are read from these sources with the rights of the portal, `file:` from its own disk. */
  async #checkSources(entity: Entity, origin: EntityOrigin): Promise<void> {
    const annotations = entity.metadata.annotations ?? {};
    const source = readReference(annotations, ANNOTATION_SOURCE_LOCATION, [
      'url',
    ]);
    if (source && isTemplate(entity.kind)) {
      await this.#checkInside('The source location', source, origin);
    } else if (source) {
      await this.#checkForge('The source location', source, origin);
    }
    const docs = readReference(annotations, ANNOTATION_TECHDOCS, [
      'url',
      'dir',
    ]);
    if (docs) {
      await this.#checkForge('The source of the docs', docs, {
        ...origin,
        fileUrl: source ?? origin.fileUrl,
      });
    }
  }

  async #checkInside(what: string, written: string, origin: EntityOrigin) {
    const { boundary } = origin;
    if (!boundary.contains(await this.#find(written, origin))) {
      throw new NotAllowedError(
        `${what} '${written}' is outside of what repository ${boundary.repositoryName} may name: files of its own, on the same branch, beside its catalog file or below; use a relative path`,
      );
    }
  }

  async #checkForge(what: string, written: string, origin: EntityOrigin) {
    if (!(await this.#find(written, origin))) {
      throw new NotAllowedError(
        `${what} '${written}' of repository ${origin.boundary.repositoryName} is in no repository of the forge`,
      );
    }
  }

  async #find(
    written: string,
    { fileUrl }: EntityOrigin,
  ): Promise<RepositoryUrl | undefined> {
    const { integrations, scope } = this.#options;
    return scope.find(integrations.resolveUrl({ url: written, base: fileUrl }));
  }
}

function isTemplate(kind: string): boolean {
  return kind.toLowerCase() === 'template';
}

function listLocationTargets({ kind, metadata, spec = {} }: Entity): string[] {
  if (kind.toLowerCase() !== 'location') {
    return [];
  }
  if (spec.type !== undefined && spec.type !== 'url') {
    throw new NotAllowedError(
      `Location '${metadata.name}' has the type '${spec.type}'; a repository names files by address or relative path`,
    );
  }
  return [spec.target, spec.targets]
    .flat()
    .filter(target => typeof target === 'string');
}

/** The target of an annotation such as `url:https://…`, if it is set; another type is refused. */
function readReference(
  annotations: Record<string, string>,
  name: string,
  types: string[],
): string | undefined {
  const value = annotations[name];
  if (value === undefined) {
    return undefined;
  }
  const { type, target } = parseLocationRef(value);
  if (!types.includes(type)) {
    throw new NotAllowedError(
      `${name} is '${value}'; in a repository it begins with ${types.join(
        ': or ',
      )}:`,
    );
  }
  return target;
}
