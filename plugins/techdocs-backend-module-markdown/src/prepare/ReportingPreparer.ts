import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import type { BuildReports } from '../report/BuildReports';

/** A preparer that tells which directory belongs to which entity, and why a source cannot be read. */
export class ReportingPreparer implements PreparerBase {
  readonly #preparer: PreparerBase;
  readonly #reports: BuildReports;

  static create(
    preparer: PreparerBase,
    reports: BuildReports,
  ): ReportingPreparer {
    return new ReportingPreparer(preparer, reports);
  }

  private constructor(preparer: PreparerBase, reports: BuildReports) {
    this.#preparer = preparer;
    this.#reports = reports;
  }

  shouldCleanPreparedDirectory(): boolean {
    return this.#preparer.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    try {
      const prepared = await this.#preparer.prepare(entity, options);
      this.#reports.prepared(prepared.preparedDir, entity);
      return prepared;
    } catch (error) {
      if (!isError(error) || error.name !== 'NotModifiedError') {
        await this.#reports.notPrepared(entity, error);
      }
      throw error;
    }
  }
}
