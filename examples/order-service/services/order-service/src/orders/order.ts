import { z } from 'zod';

/** What a client sends to create one. */
export const NewOrder = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
  })
  .meta({ id: 'NewOrder' });

export type NewOrder = z.infer<typeof NewOrder>;

/** One as clients read it. */
export const Order = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Order' });

export type Order = z.infer<typeof Order>;

/** A part of the collection, in the order of creation. */
export const OrderPage = z
  .object({
    items: z.array(Order),
    next: z.uuid().optional().describe('Pass it as `after` to read on; absent on the last page'),
  })
  .meta({ id: 'OrderPage' });

export type OrderPage = z.infer<typeof OrderPage>;

/** Which part of the collection a client asks for. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid().optional(),
});

export type PageQuery = z.infer<typeof PageQuery>;
