import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { ForgeScope, type ForgeService } from '@groundwork/plugin-forge-node';
import { RepositoryBoundary } from './RepositoryBoundary';
import { RepositoryRules } from './RepositoryRules';

/** Templates are code, so only the portal's own namespace may bring them unless the configuration says otherwise. */
const DEFAULT_TEMPLATE_NAMESPACES = ['groundwork'];

/** Refuses what a repository may not bring into the catalog, before anything that it names is read. */
export class RepositoryRulesProcessor implements CatalogProcessor {
  readonly #scope: ForgeScope;
  readonly #rules: RepositoryRules;
  /** Files that the operator named, who answers for what they say. */
  readonly #trustedUrls: ReadonlySet<string>;

  /** Reads `catalog.providers.forge.templateNamespaces`, and the addresses in `catalog.locations`. */
  static fromConfig(
    config: Config,
    { forge }: { forge: Pick<ForgeService, 'findHost'> },
  ): RepositoryRulesProcessor {
    const scope = ForgeScope.create(forge);
    const rules = RepositoryRules.create({
      scope,
      integrations: ScmIntegrations.fromConfig(config),
      templateNamespaces:
        config.getOptionalStringArray(
          'catalog.providers.forge.templateNamespaces',
        ) ?? DEFAULT_TEMPLATE_NAMESPACES,
    });
    const trustedUrls = (
      config.getOptionalConfigArray('catalog.locations') ?? []
    ).map(location => location.getString('target'));
    return new RepositoryRulesProcessor(scope, rules, new Set(trustedUrls));
  }

  private constructor(
    scope: ForgeScope,
    rules: RepositoryRules,
    trustedUrls: ReadonlySet<string>,
  ) {
    this.#scope = scope;
    this.#rules = rules;
    this.#trustedUrls = trustedUrls;
  }

  getProcessorName(): string {
    return 'ForgeRepositoryRules';
  }

  /** Before the processor that replaces placeholders, which has the default of 20. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    _emit: CatalogProcessorEmit,
    { type, target }: LocationSpec,
  ): Promise<Entity> {
    const file =
      type === 'url' && !this.#trustedUrls.has(target)
        ? await this.#scope.find(target)
        : undefined;
    if (file) {
      await this.#rules.check(entity, {
        fileUrl: location.target,
        boundary: RepositoryBoundary.create(file),
      });
    }
    return entity;
  }
}
