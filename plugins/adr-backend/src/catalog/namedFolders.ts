import {
  ANNOTATION_ADR_LOCATION,
  joinPath,
} from '@groundwork/plugin-adr-common';
import type { EntityRecord } from './EntityRecord';
import type { FoundDirectory, RepositoryFinder } from './RepositoryFinder';

/**
 * The folders that an entity names in its annotation.
 *
 * @remarks
 * A folder may only be in the repository that the entity comes from. The portal reads with rights of its own; an
 * address of another repository would show its content to whoever may read the entity.
 */
export async function namedFolders(
  entity: EntityRecord,
  home: FoundDirectory,
  finder: RepositoryFinder,
): Promise<{ folders: string[]; refused: string[] }> {
  const folders: string[] = [];
  const refused: string[] = [];
  const values = (entity.annotations[ANNOTATION_ADR_LOCATION] ?? '')
    .split(',')
    .map(value => value.trim().replace(/^(?:url|dir):/, ''))
    .filter(value => value !== '');
  for (const value of values) {
    const folder = URL.canParse(value)
      ? await folderOfUrl(value, home, finder)
      : joinPath(home.directory, value);
    if (folder === undefined || folder.startsWith('..')) refused.push(value);
    else folders.push(folder);
  }
  return { folders, refused };
}

async function folderOfUrl(
  url: string,
  home: FoundDirectory,
  finder: RepositoryFinder,
): Promise<string | undefined> {
  const found = await finder.find(url);
  return found?.sourceId === home.sourceId
    ? found.directory.replace(/\/+$/, '')
    : undefined;
}
