import { randomUUID } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { NewOrder, PageQuery, Order, OrderPage } from './order.js';

/** Keeps the collection in memory: it is lost when the process ends. */
@Injectable()
export class OrdersService {
  readonly #entries = new Map<string, Order>();

  create({ name }: NewOrder): Order {
    const created = { id: randomUUID(), name, createdAt: new Date().toISOString() };
    this.#entries.set(created.id, created);
    return created;
  }

  list({ limit, after }: PageQuery): OrderPage {
    const all = [...this.#entries.values()];
    const start = after === undefined ? 0 : all.indexOf(this.read(after)) + 1;
    const items = all.slice(start, start + limit);
    const last = items.at(-1);
    return last && last !== all.at(-1) ? { items, next: last.id } : { items };
  }

  read(id: string): Order {
    const found = this.#entries.get(id);
    if (!found) {
      throw new NotFoundException(`No order has the id ${id}`);
    }
    return found;
  }

  delete(id: string): void {
    this.read(id);
    this.#entries.delete(id);
  }
}
