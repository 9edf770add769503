/** Splits output of `git … -z`, whose items each end in NUL. */
export function splitNul(output: string): string[] {
  const items = output.split('\0');
  if (items.at(-1) === '') {
    items.pop();
  }
  return items;
}

/** Splits a flat list into groups of the same size. */
export function groupsOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.floor(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
