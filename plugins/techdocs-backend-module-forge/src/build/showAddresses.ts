import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FORGE_ORIGIN } from '@groundwork/plugin-forge-common';

/** Links to stored addresses, such as that of the editor of a page; the renderer writes double quotes. */
const STORED_LINK = new RegExp(
  `(\\shref=")${FORGE_ORIGIN.replaceAll('.', '\\.')}(?=[/"])`,
  'g',
);

/**
 * Makes the links of a site lead to the pages of the portal instead of the virtual origin, which no browser reaches.
 *
 * @param options.forgePath - where the pages of repositories begin, without host: `/forge`
 */
export async function showAddresses(
  directory: string,
  options: { forgePath: string },
): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  for (const name of names.filter(file => file.endsWith('.html'))) {
    const file = path.join(directory, name);
    const html = await readFile(file, 'utf8');
    const shown = html.replace(
      STORED_LINK,
      (_link, before: string) => `${before}${options.forgePath}`,
    );
    if (shown !== html) {
      await writeFile(file, shown);
    }
  }
}
