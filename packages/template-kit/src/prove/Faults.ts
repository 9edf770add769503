import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.array(
  z.strictObject({
    check: z.string(),
    what: z.string(),
    in: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    command: z.string(),
    says: z.string(),
    /** A program without which the check skips itself. */
    needs: z.string().optional(),
  }),
);

/** Something wrong that is put into what a template wrote, and the part of `make check` that has to notice. */
export type Fault = z.infer<typeof schema>[number];

/** Reads the faults that are seeded. */
export async function readFaults(file: string): Promise<Fault[]> {
  return schema.parse(parse(await readFile(file, 'utf8')));
}
