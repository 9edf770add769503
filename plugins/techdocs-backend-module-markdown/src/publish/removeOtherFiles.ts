import fs from 'node:fs/promises';
import path from 'node:path';

/** Removes from a directory every file and directory that a model directory does not have. */
export async function removeOtherFiles(
  directory: string,
  model: string,
): Promise<void> {
  const wanted = new Map(
    (await fs.readdir(model, { withFileTypes: true })).map(entry => [
      entry.name,
      entry.isDirectory(),
    ]),
  );
  const present = await fs.readdir(directory, { withFileTypes: true });
  for (const entry of present) {
    const target = path.join(directory, entry.name);
    const isDirectory = wanted.get(entry.name);
    if (isDirectory === undefined || isDirectory !== entry.isDirectory()) {
      await fs.rm(target, { recursive: true, force: true });
    } else if (isDirectory) {
      await removeOtherFiles(target, path.join(model, entry.name));
    }
  }
}
