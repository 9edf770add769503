import { z } from 'zod';

/** What a client sends to create one. */
export const NewNote = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
  })
  .meta({ id: 'NewNote' });

export type NewNote = z.infer<typeof NewNote>;

/** One as clients read it. */
export const Note = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Note' });

export type Note = z.infer<typeof Note>;

/** A part of the collection, in the order of creation. */
export const NotePage = z
  .object({
    items: z.array(Note),
    next: z.uuid().optional().describe('Pass it as `after` to read on; absent on the last page'),
  })
  .meta({ id: 'NotePage' });

export type NotePage = z.infer<typeof NotePage>;

/** Which part of the collection a client asks for. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid().optional(),
});

export type PageQuery = z.infer<typeof PageQuery>;
