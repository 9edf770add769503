import {
  getCompoundEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** What the log needs to know of an entity. */
export interface EntityRecord {
  ref: string;
  kind: string;
  ownerRef?: string;
  systemRef?: string;
  annotations: Record<string, string>;
}

/** Kinds that decisions are about; the first of those at home in one directory owns its folder. */
export const DECIDED_KINDS = [
  'system',
  'component',
  'resource',
  'api',
  'domain',
] as const;

/** What the catalog is asked for. */
export const ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];

function targetOf(entity: Entity, type: string, kind: string) {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (kind === '' || relation.targetRef.startsWith(`${kind}:`)),
  )?.targetRef;
}

/** Reads an entity of the catalog. */
export function toEntityRecord(entity: Entity): EntityRecord {
  const ref = stringifyEntityRef(getCompoundEntityRef(entity));
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return {
    ref,
    kind,
    ownerRef: targetOf(entity, RELATION_OWNED_BY, ''),
    systemRef:
      kind === 'system' ? ref : targetOf(entity, RELATION_PART_OF, 'system'),
    annotations: entity.metadata.annotations ?? {},
  };
}
