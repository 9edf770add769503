import type { Entity } from '@backstage/catalog-model';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { fingerprintEngine } from '@groundwork/docs-engine';

/** A preparer whose etags also name the engine, so that sites are built again once the engine writes them differently. */
export class VersioningPreparer implements PreparerBase {
  readonly #preparer: PreparerBase;
  readonly #prefix = `${fingerprintEngine()}:`;

  static create(preparer: PreparerBase): VersioningPreparer {
    return new VersioningPreparer(preparer);
  }

  private constructor(preparer: PreparerBase) {
    this.#preparer = preparer;
  }

  shouldCleanPreparedDirectory(): boolean {
    return this.#preparer.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options: PreparerOptions = {},
  ): Promise<PreparerResponse> {
    const { etag: known } = options;
    const prepared = await this.#preparer.prepare(entity, {
      ...options,
      etag: known?.startsWith(this.#prefix)
        ? known.slice(this.#prefix.length)
        : undefined,
    });
    const { etag } = prepared;
    return { ...prepared, etag: etag && `${this.#prefix}${etag}` };
  }
}
