import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';
import { showUrl } from '@groundwork/plugin-forge-common';

/** What people follow. Where an entity is managed stays as it is stored, because the catalog looks it up by that. */
const SHOWN_ANNOTATIONS = [
  ANNOTATION_VIEW_URL,
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
];

const LOCATION_TYPE = 'url:';

/** A path below the base URL, so that the link stays in the window and the router follows it. */
function showPath(url: string): string {
  return showUrl(url, '');
}

function showAnnotation(value: string): string {
  return value.startsWith(LOCATION_TYPE)
    ? `${LOCATION_TYPE}${showPath(value.slice(LOCATION_TYPE.length))}`
    : showPath(value);
}

/** An entity whose links into the embedded forge lead to its pages in the portal; everything else is as it was. */
export function showSources(entity: Entity): Entity {
  const { annotations, links } = entity.metadata ?? {};
  if (!annotations && !links) {
    return entity;
  }
  const shown = Object.fromEntries(
    SHOWN_ANNOTATIONS.flatMap(name => {
      const value = annotations?.[name];
      return value === undefined ? [] : [[name, showAnnotation(value)]];
    }),
  );
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      ...(annotations && { annotations: { ...annotations, ...shown } }),
      ...(links && {
        links: links.map(link => ({ ...link, url: showPath(link.url) })),
      }),
    },
  };
}
