import { titleFromName } from './titles';

/** A navigation in the form of mkdocs.yml, made of the directories that paths lie in. */
export function nestPaths(files: string[]): unknown[] {
  const root: unknown[] = [];
  const lists = new Map<string, unknown[]>([['', root]]);
  const listOf = (directory: string): unknown[] => {
    const known = lists.get(directory);
    if (known) {
      return known;
    }
    const end = directory.lastIndexOf('/');
    const parent = listOf(directory.slice(0, Math.max(end, 0)));
    const list: unknown[] = [];
    parent.push({ [titleFromName(directory.slice(end + 1))]: list });
    lists.set(directory, list);
    return list;
  };
  for (const file of files) {
    listOf(file.slice(0, Math.max(file.lastIndexOf('/'), 0))).push(file);
  }
  return root;
}
