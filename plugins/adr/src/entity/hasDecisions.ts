import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/** The kinds of entities that decisions are about. */
export const DECIDED_KINDS = [
  'api',
  'component',
  'domain',
  'resource',
  'system',
];

/** Whether decisions can be about an entity: its repository is known, because it comes from a file there. */
export function hasDecisions({ kind, metadata }: Entity): boolean {
  return (
    DECIDED_KINDS.includes(kind.toLocaleLowerCase('en-US')) &&
    metadata.annotations?.[ANNOTATION_SOURCE_LOCATION] !== undefined
  );
}
