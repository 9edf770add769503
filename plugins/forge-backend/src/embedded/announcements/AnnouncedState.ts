import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { z } from 'zod';
import { writeFileWhole } from '../files';

const FILE = 'announced.json';

const announcedStateSchema = z.object({
  /** Of the refs; while it is the same, nothing has moved. */
  fingerprint: z.string(),
  /** Branches and tags, by their full names. */
  refs: z.record(z.string(), z.string()),
  changes: z.record(
    z.string(),
    z.object({
      /** The commit of the record. */
      id: z.string(),
      /** How many of its actions listeners have been told. */
      actions: z.number(),
      isOpen: z.boolean().optional(),
    }),
  ),
  /** The head of the default branch, for lists of repositories. */
  head: z.object({ commit: z.string(), committedAt: z.string() }).optional(),
});

/** What listeners have been told of a repository; it lies in its directory, so that a restart goes on from there. */
export type AnnouncedState = z.infer<typeof announcedStateSchema>;

/**
 * Reads what was announced.
 *
 * @returns undefined for a repository that nobody has been told of, or whose file is damaged: then all is told again
 */
export async function readAnnounced(
  directory: string,
): Promise<AnnouncedState | undefined> {
  let text: string;
  try {
    text = await readFile(join(directory, FILE), 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  try {
    return announcedStateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Makes everything in a repository news again. */
export async function forgetAnnounced(directory: string): Promise<void> {
  await rm(join(directory, FILE), { force: true });
}

/** Remembers what was announced. */
export async function writeAnnounced(
  directory: string,
  state: AnnouncedState,
): Promise<void> {
  await writeFileWhole(join(directory, FILE), `${JSON.stringify(state)}\n`);
}
