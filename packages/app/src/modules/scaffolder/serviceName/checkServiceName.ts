import type { CatalogApi } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** What names may look like, as the template has it or else as the catalog has it. */
export interface NameRules {
  pattern: RegExp;
  maxLength: number;
  /** The kind of entity that must not have the name yet. */
  kind: string;
}

/** What became of a check, in the order of severity. */
export type NameVerdict =
  | { state: 'empty' }
  | { state: 'malformed' }
  | { state: 'tooLong'; limit: number }
  | { state: 'taken'; entityRef: string }
  | { state: 'free' }
  /** The catalog did not answer; the name may be free or not. */
  | { state: 'unchecked'; reason: string };

/** As DNS labels are: names become hosts. */
const DEFAULT_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
const DEFAULT_MAX_LENGTH = 63;

/** Reads the rules from the JSON schema of the parameter. */
export function readNameRules(
  schema: { pattern?: unknown; maxLength?: unknown },
  kind: unknown,
): NameRules {
  return {
    pattern: new RegExp(
      typeof schema.pattern === 'string' ? schema.pattern : DEFAULT_PATTERN,
      'u',
    ),
    maxLength:
      typeof schema.maxLength === 'number'
        ? schema.maxLength
        : DEFAULT_MAX_LENGTH,
    kind: typeof kind === 'string' ? kind : 'component',
  };
}

/** Decides whether a service could have a name; a catalog that fails is a verdict of its own, not an error. */
export async function checkServiceName(
  name: string,
  options: {
    rules: NameRules;
    catalogApi: Pick<CatalogApi, 'getEntitiesByRefs'>;
  },
): Promise<NameVerdict> {
  const { rules, catalogApi } = options;
  if (name === '') {
    return { state: 'empty' };
  }
  if (name.length > rules.maxLength) {
    return { state: 'tooLong', limit: rules.maxLength };
  }
  if (!rules.pattern.test(name)) {
    return { state: 'malformed' };
  }
  const entityRef = stringifyEntityRef({
    kind: rules.kind,
    namespace: 'default',
    name,
  });
  try {
    // Asking for one entity answers 404 when the name is free, which browsers report as a fault.
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: [entityRef],
      fields: ['kind'],
    });
    return items[0] ? { state: 'taken', entityRef } : { state: 'free' };
  } catch (error) {
    return {
      state: 'unchecked',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
