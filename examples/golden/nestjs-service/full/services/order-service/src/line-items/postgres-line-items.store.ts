import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { NewLineItem, PageQuery, LineItem, LineItemPage } from './line-item.js';
import { LineItemsStore } from './line-items.store.js';

/** Keeps the collection in PostgreSQL. */
@Injectable()
export class PostgresLineItemsStore extends LineItemsStore {
  readonly #rows: Database['lineItem'];

  constructor(database: Database) {
    super();
    this.#rows = database.lineItem;
  }

  async create(content: NewLineItem): Promise<LineItem> {
    return publish(await this.#rows.create({ data: content }));
  }

  async list({ limit, after }: PageQuery): Promise<LineItemPage> {
    // One more than asked for tells whether there is another page.
    const rows = await this.#rows.findMany({
      take: limit + 1,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      orderBy: { id: 'asc' },
    });
    const items = rows.slice(0, limit).map(publish);
    const last = items.at(-1);
    return last && rows.length > limit ? { items, next: last.id } : { items };
  }

  async find(id: string): Promise<LineItem | undefined> {
    const row = await this.#rows.findUnique({ where: { id } });
    return row ? publish(row) : undefined;
  }

  async delete(id: string): Promise<boolean> {
    const { count } = await this.#rows.deleteMany({ where: { id } });
    return count > 0;
  }
}

function publish(row: { id: string; name: string; createdAt: Date }): LineItem {
  return { id: row.id, name: row.name, createdAt: row.createdAt.toISOString() };
}
