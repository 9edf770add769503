import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewOrder, PageQuery, Order, OrderPage } from './order.js';
import { OrdersStore } from './orders.store.js';

/** Keeps the collection in memory: it is lost when the process ends. */
@Injectable()
export class MemoryOrdersStore extends OrdersStore {
  readonly #entries = new Map<string, Order>();

  async create({ name }: NewOrder): Promise<Order> {
    const created = { id: randomUUID(), name, createdAt: new Date().toISOString() };
    this.#entries.set(created.id, created);
    return created;
  }

  async list({ limit, after }: PageQuery): Promise<OrderPage> {
    const all = [...this.#entries.values()];
    const index = all.findIndex(({ id }) => id === after);
    const rest = after === undefined ? all : index < 0 ? [] : all.slice(index + 1);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return last && rest.length > limit ? { items, next: last.id } : { items };
  }

  async find(id: string): Promise<Order | undefined> {
    return this.#entries.get(id);
  }

  async delete(id: string): Promise<boolean> {
    return this.#entries.delete(id);
  }
}
