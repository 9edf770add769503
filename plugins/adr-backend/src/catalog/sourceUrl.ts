import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { EntityRecord } from './EntityRecord';

function readLocation(ref: string | undefined): string | undefined {
  if (!ref) return undefined;
  try {
    const { type, target } = parseLocationRef(ref);
    return type === 'url' && URL.canParse(target) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** The address of the directory in which an entity is at home. */
export function sourceUrlOf({ annotations }: EntityRecord): string | undefined {
  const source = readLocation(annotations[ANNOTATION_SOURCE_LOCATION]);
  if (source) {
    return source;
  }
  const file = readLocation(annotations[ANNOTATION_LOCATION]);
  return file
    ?.replace(/\/[^/]*$/, '/')
    .replace(/\/(?:blob|raw|edit)\//, '/tree/');
}

/** The directories of a descriptor that stand for the directory around them. */
const DESCRIPTOR_DIRECTORY = /(?:^|\/)\.backstage$/;

/** Where an entity is at home, given the directory of its descriptor. */
export function homeOf(directory: string): string {
  return directory.replace(/^\/+|\/+$/g, '').replace(DESCRIPTOR_DIRECTORY, '');
}
