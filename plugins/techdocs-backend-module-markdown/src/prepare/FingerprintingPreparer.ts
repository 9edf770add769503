import type {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import {
  DirectoryPreparer,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { fingerprintSource } from '@groundwork/docs-engine';

/**
 * The stock preparer for `dir:` sources, which in addition notices that a local directory has not changed.
 *
 * @remarks The stock one has no etag for local directories: each visit builds again and tells the reader that a newer
 * version of the page exists.
 */
export class FingerprintingPreparer implements PreparerBase {
  readonly #preparer: PreparerBase;

  static fromConfig(
    config: RootConfigService,
    deps: { logger: LoggerService; reader: UrlReaderService },
  ): FingerprintingPreparer {
    return new FingerprintingPreparer(
      DirectoryPreparer.fromConfig(config, deps),
    );
  }

  private constructor(preparer: PreparerBase) {
    this.#preparer = preparer;
  }

  shouldCleanPreparedDirectory(): boolean {
    return this.#preparer.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const prepared = await this.#preparer.prepare(entity, options);
    if (prepared.etag) {
      return prepared;
    }
    const etag = fingerprint(prepared.preparedDir);
    if (etag && etag === options?.etag) {
      throw new NotModifiedError(`${prepared.preparedDir} has not changed`);
    }
    return { ...prepared, etag };
  }
}

function fingerprint(directory: string): string {
  try {
    return fingerprintSource(directory) ?? '';
  } catch {
    // A source that cannot be read is built all the same: the build explains what is wrong with it.
    return '';
  }
}
