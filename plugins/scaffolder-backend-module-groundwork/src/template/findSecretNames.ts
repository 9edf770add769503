/** `secrets.token` and `secrets["token"]`, but not `environment.secrets.token`, which the configuration has. */
const REFERENCE =
  /(?<!environment\s*\.\s*)\bsecrets\s*(?:\.\s*([A-Za-z_]\w*)|\[\s*["']([^"']+)["']\s*\])/g;

/** The secrets that the expressions of a template or task mention. */
export function findSecretNames(value: unknown): string[] {
  return [...new Set(collect(value))].sort();
}

function collect(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.includes('{')
      ? [...value.matchAll(REFERENCE)].map(match => match[1] ?? match[2])
      : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(collect)
    : [];
}
