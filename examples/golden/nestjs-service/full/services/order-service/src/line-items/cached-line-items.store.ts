import { Injectable } from '@nestjs/common';
import { RedisCache } from '@platform/common/cache';
import { type NewLineItem, type PageQuery, LineItem, type LineItemPage } from './line-item.js';
import { LineItemsStore } from './line-items.store.js';
import { PostgresLineItemsStore } from './postgres-line-items.store.js';

/** How long another replica may still answer with what was deleted, should Redis be away at that moment. */
const SECONDS = 60;

/** Keeps what was read at hand, in front of where it is kept. */
@Injectable()
export class CachedLineItemsStore extends LineItemsStore {
  readonly #stored: PostgresLineItemsStore;
  readonly #cache: RedisCache;

  constructor(stored: PostgresLineItemsStore, cache: RedisCache) {
    super();
    this.#stored = stored;
    this.#cache = cache;
  }

  create(content: NewLineItem): Promise<LineItem> {
    return this.#stored.create(content);
  }

  list(query: PageQuery): Promise<LineItemPage> {
    return this.#stored.list(query);
  }

  async find(id: string): Promise<LineItem | undefined> {
    const found = await this.#cache.read({
      key: id,
      schema: LineItem.nullable(),
      seconds: SECONDS,
      load: async () => (await this.#stored.find(id)) ?? null,
    });
    return found ?? undefined;
  }

  async delete(id: string): Promise<boolean> {
    const isDeleted = await this.#stored.delete(id);
    await this.#cache.forget(id);
    return isDeleted;
  }
}
