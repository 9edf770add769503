/** Names of this form that are tried before one that nobody can have. */
const MAX_NUMBERED_NAMES = 20;

/** Names for the branch of a new change, the best first and the last one free for certain. */
export function nameBranches(title: string, head: string): string[] {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const name = `change-${words || 'of-files'}`;
  const numbered = Array.from(
    { length: MAX_NUMBERED_NAMES },
    (_, index) => `${name}-${index + 2}`,
  );
  return [name, ...numbered, `${name}-${head.slice(0, 12)}`];
}
