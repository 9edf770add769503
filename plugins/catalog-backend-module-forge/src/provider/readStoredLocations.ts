import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_COMMIT } from './repositoryLocation';

/** The Locations of repositories that the catalog has kept from an earlier process. */
export async function readStoredLocations({
  auth,
  catalog,
}: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<Entity[]> {
  const stored: Entity[] = [];
  const pages = catalog.streamEntities(
    {
      query: {
        kind: 'Location',
        [`metadata.annotations.${ANNOTATION_COMMIT}`]: { $exists: true },
      },
      fields: ['kind', 'metadata.name', 'metadata.annotations'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    stored.push(...page);
  }
  return stored;
}
