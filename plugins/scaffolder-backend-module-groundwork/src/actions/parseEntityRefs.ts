import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Spells out what templates abbreviate: `component:orders` is `component:default/orders`. */
export function parseEntityRefs(references: readonly string[] = []): string[] {
  return references.map(reference =>
    stringifyEntityRef(parseEntityRef(reference, { defaultKind: 'component' })),
  );
}
