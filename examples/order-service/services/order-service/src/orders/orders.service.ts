import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@platform/common/errors';
import type { NewOrder, PageQuery, Order, OrderPage } from './order.js';
import { OrdersStore } from './orders.store.js';

/** What the service does, whatever it is asked over and wherever it is kept. */
@Injectable()
export class OrdersService {
  readonly #store: OrdersStore;

  constructor(store: OrdersStore) {
    this.#store = store;
  }

  create(content: NewOrder): Promise<Order> {
    return this.#store.create(content);
  }

  list(query: PageQuery): Promise<OrderPage> {
    return this.#store.list(query);
  }

  async read(id: string): Promise<Order> {
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
  return new NotFoundError(`No order has the id ${id}`);
}
