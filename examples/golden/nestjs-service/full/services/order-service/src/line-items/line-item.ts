import { z } from 'zod';

/** What a client sends to create one. */
export const NewLineItem = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
  })
  .meta({ id: 'NewLineItem' });

export type NewLineItem = z.infer<typeof NewLineItem>;

/** One as clients read it. */
export const LineItem = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LineItem' });

export type LineItem = z.infer<typeof LineItem>;

/** A part of the collection, in the order of creation. */
export const LineItemPage = z
  .object({
    items: z.array(LineItem),
    next: z.uuid().optional().describe('Pass it as `after` to read on; absent on the last page'),
  })
  .meta({ id: 'LineItemPage' });

export type LineItemPage = z.infer<typeof LineItemPage>;

/** Which part of the collection a client asks for. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid().optional(),
});

export type PageQuery = z.infer<typeof PageQuery>;
