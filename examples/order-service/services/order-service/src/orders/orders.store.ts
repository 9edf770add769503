import type { NewOrder, PageQuery, Order, OrderPage } from './order.js';

/** Where the collection is kept. */
export abstract class OrdersStore {
  abstract create(content: NewOrder): Promise<Order>;

  /** Reads a part of the collection in the order of creation; nothing comes after what does not exist. */
  abstract list(query: PageQuery): Promise<OrderPage>;

  abstract find(id: string): Promise<Order | undefined>;

  /** Says whether there was something to delete. */
  abstract delete(id: string): Promise<boolean>;
}
