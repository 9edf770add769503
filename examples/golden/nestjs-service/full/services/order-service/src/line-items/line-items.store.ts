import type { NewLineItem, PageQuery, LineItem, LineItemPage } from './line-item.js';

/** Where the collection is kept. */
export abstract class LineItemsStore {
  abstract create(content: NewLineItem): Promise<LineItem>;

  /** Reads a part of the collection in the order of creation; nothing comes after what does not exist. */
  abstract list(query: PageQuery): Promise<LineItemPage>;

  abstract find(id: string): Promise<LineItem | undefined>;

  /** Says whether there was something to delete. */
  abstract delete(id: string): Promise<boolean>;
}
