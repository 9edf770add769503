import { text } from 'node:stream/consumers';
import type { ForgeHost, TreeLocation } from '@groundwork/plugin-forge-node';
import { extract } from 'tar-stream';

/**
 * Reads many files of a directory with one question to the host.
 *
 * @returns the texts of the wanted files by their paths in the directory
 */
export async function readManyTexts(
  host: Pick<ForgeHost, 'readArchive'>,
  directory: TreeLocation,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const archive = await host.readArchive(directory);
  const entries = extract();
  archive.on('error', error => entries.destroy(error));
  archive.pipe(entries);
  const texts = new Map<string, string>();
  for await (const entry of entries) {
    const { name, type } = entry.header;
    if (type === 'file' && wanted.has(name)) {
      texts.set(name, await text(entry));
    } else {
      entry.resume();
    }
  }
  return texts;
}
