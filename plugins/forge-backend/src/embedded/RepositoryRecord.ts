import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { z } from 'zod';
import { writeFileWhole } from './files';

/** The file inside a bare repository that says what Git has no place for. */
const RECORD_FILE = 'groundwork.json';

const seedStateSchema = z.object({
  /** What the seed was made of. */
  digest: z.string(),
  /** The branches and tags that it had, by their full names. */
  refs: z.record(z.string(), z.string()),
});

const recordSchema = z.object({
  description: z.string().optional(),
  owner: z.string().optional(),
  isExample: z.boolean().optional(),
  /** Names the attempt that created it; see `CreateRepositoryOptions`. */
  idempotencyKey: z.string().optional(),
  /** The head that the creation answered with. */
  firstHead: z.string().optional(),
  /** Comes with the portal. A second entry was on its way when the portal ended. */
  seed: z.array(seedStateSchema).optional(),
});

/** What is known of a repository beside its content. */
export type RepositoryRecord = z.infer<typeof recordSchema>;

/** What a repository looked like when the portal brought it. */
export type SeedState = z.infer<typeof seedStateSchema>;

/** Reads the record; a repository that was put in place by hand has none. */
export async function readRecord(directory: string): Promise<RepositoryRecord> {
  const file = join(directory, RECORD_FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return {};
    }
    throw error;
  }
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(
      `The record ${file} cannot be read; mend or remove it`,
      error,
    );
  }
}

/** Replaces the record. */
export async function writeRecord(
  directory: string,
  record: RepositoryRecord,
): Promise<void> {
  await writeFileWhole(
    join(directory, RECORD_FILE),
    `${JSON.stringify(record, undefined, 2)}\n`,
  );
}
