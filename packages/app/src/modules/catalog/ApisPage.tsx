import { ApiFilters } from './ApiFilters';
import { EntityListPage } from './EntityListPage';
import { FittingCatalogTable } from './FittingCatalogTable';

/** The catalog, restricted to APIs. */
export function ApisPage() {
  return (
    <EntityListPage
      titleKey="catalog.apis"
      filters={<ApiFilters />}
      table={<FittingCatalogTable />}
    />
  );
}
