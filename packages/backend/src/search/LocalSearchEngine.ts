import { finished, type Writable } from 'node:stream';
import {
  MissingIndexError,
  type QueryRequestOptions,
  type QueryTranslator,
  type SearchEngine,
} from '@backstage/plugin-search-backend-node';
import type {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';

/**
 * Says that nobody has looked yet, which is not the same as finding nothing.
 *
 * @remarks
 * The search router passes an error on only by the name MissingIndexError, and answers 500 to one
 * without a status.
 */
class SearchIndexPendingError extends MissingIndexError {
  override readonly name = 'MissingIndexError';
  readonly statusCode = 503;
}

/** Tells the two reasons for a missing in-memory index apart: not built yet, or nothing to index. */
export class LocalSearchEngine implements SearchEngine {
  readonly #engine: SearchEngine;
  readonly #indexedTypes = new Set<string>();

  static create(engine: SearchEngine): LocalSearchEngine {
    return new LocalSearchEngine(engine);
  }

  private constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  setTranslator(translator: QueryTranslator): void {
    this.#engine.setTranslator(translator);
  }

  async getIndexer(type: string): Promise<Writable> {
    const indexer = await this.#engine.getIndexer(type);
    finished(indexer, error => {
      if (!error) {
        this.#indexedTypes.add(type);
      }
    });
    return indexer;
  }

  async query(
    query: SearchQuery,
    options?: QueryRequestOptions,
  ): Promise<IndexableResultSet> {
    try {
      return await this.#engine.query(query, options);
    } catch (error) {
      if (!(error instanceof MissingIndexError)) {
        throw error;
      }
      const pending = (query.types ?? []).filter(
        type => !this.#indexedTypes.has(type),
      );
      if (pending.length > 0) {
        throw new SearchIndexPendingError(
          `The search index of ${pending.join(
            ', ',
          )} is being built; try again in a few seconds`,
        );
      }
      return { results: [], numberOfResults: 0 };
    }
  }
}
