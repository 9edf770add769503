import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@platform/common/errors';
import type { NewLineItem, PageQuery, LineItem, LineItemPage } from './line-item.js';
import { LineItemsStore } from './line-items.store.js';

/** What the service does, whatever it is asked over and wherever it is kept. */
@Injectable()
export class LineItemsService {
  readonly #store: LineItemsStore;

  constructor(store: LineItemsStore) {
    this.#store = store;
  }

  create(content: NewLineItem): Promise<LineItem> {
    return this.#store.create(content);
  }

  list(query: PageQuery): Promise<LineItemPage> {
    return this.#store.list(query);
  }

  async read(id: string): Promise<LineItem> {
    const found = await this.#store.find(id);
    if (!found) {
      throw missing(id);
    }
    return found;
  }

  async delete(id: string): Promise<void> {
    if (!(await this.#store.delete(id))) {
      throw missing(id);
    }
  }
}

function missing(id: string): NotFoundError {
  return new NotFoundError(`No line item has the id ${id}`);
}
