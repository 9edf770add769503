/** The placeholders that the catalog replaces with the content of a file. */
const FILE_PLACEHOLDERS = ['$text', '$json', '$yaml'];

/** The addresses, as written, of the files that an entity takes content from. */
export function listPlaceholderTargets(value: unknown): string[] {
  if (!value || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    FILE_PLACEHOLDERS.includes(key) && typeof inner === 'string'
      ? [inner]
      : listPlaceholderTargets(inner),
  );
}
