import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_EXAMPLE,
  formatRepositoryName,
} from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  parseRepositoryUrl,
  type ForgeService,
  type RepositoryUrl,
} from '@groundwork/plugin-forge-node';

/** What people see of the mark, and can filter by. */
const EXAMPLE_TAG = 'example';

/** Marks the entities of example repositories, so that nobody takes them for their own organisation. */
export class ExampleProcessor implements CatalogProcessor {
  readonly #forge: Pick<ForgeService, 'findHost'>;
  /** By `namespace/name`; asking the host for each entity would start a `git` for each. */
  readonly #answers = new Map<string, Promise<boolean>>();

  static create({ forge }: { forge: ForgeService }): ExampleProcessor {
    const processor = new ExampleProcessor(forge);
    forge.events.on(
      'repository',
      event => void processor.#answers.delete(formatRepositoryName(event)),
    );
    return processor;
  }

  private constructor(forge: Pick<ForgeService, 'findHost'>) {
    this.#forge = forge;
  }

  getProcessorName(): string {
    return 'ForgeExamples';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    { type, target }: LocationSpec,
  ): Promise<Entity> {
    const repository =
      type === 'url' ? parseRepositoryUrl(this.#forge, target) : undefined;
    const { [ANNOTATION_EXAMPLE]: _claimed, ...annotations } =
      entity.metadata.annotations ?? {};
    if (!repository || !(await this.#isExample(repository))) {
      return { ...entity, metadata: { ...entity.metadata, annotations } };
    }
    const { tags = [] } = entity.metadata;
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...annotations, [ANNOTATION_EXAMPLE]: 'true' },
        tags: Array.isArray(tags) ? [...new Set([...tags, EXAMPLE_TAG])] : tags,
      },
    };
  }

  /** Only the embedded host has examples. */
  async #isExample(repository: RepositoryUrl): Promise<boolean> {
    if (repository.host.id !== EMBEDDED_HOST_ID) {
      return false;
    }
    const name = formatRepositoryName(repository);
    const answer =
      this.#answers.get(name) ??
      repository.host
        .getRepository(repository)
        .then(({ isExample = false }) => isExample);
    this.#answers.set(name, answer);
    try {
      return await answer;
    } catch (error) {
      this.#answers.delete(name);
      if (isError(error) && error.name === 'NotFoundError') {
        return false;
      }
      throw error;
    }
  }
}
