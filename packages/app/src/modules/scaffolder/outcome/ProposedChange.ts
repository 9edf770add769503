/** The change that a creation opened, as `forge:change` hands it to the output of its template. */
export interface ProposedChange {
  namespace: string;
  name: string;
  number: number;
  /** What the catalog gets once it is merged. */
  entityRefs: string[];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Reads the change from the output of a task; undefined for a creation that opened none. */
export function readProposedChange(
  output: Record<string, unknown> | undefined,
): ProposedChange | undefined {
  const change = output?.change;
  if (typeof change !== 'object' || change === null) {
    return undefined;
  }
  const { namespace, name, number, entityRefs }: Record<string, unknown> = {
    ...change,
  };
  return isText(namespace) && isText(name) && typeof number === 'number'
    ? {
        namespace,
        name,
        number,
        entityRefs: Array.isArray(entityRefs) ? entityRefs.filter(isText) : [],
      }
    : undefined;
}
