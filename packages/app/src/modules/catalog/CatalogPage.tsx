import type { ReactNode } from 'react';
import { EntityListPage } from './EntityListPage';
import { FittingCatalogTable } from './FittingCatalogTable';

/** Everything that the portal knows. */
export function CatalogPage(props: { filters: ReactNode }) {
  return (
    <EntityListPage
      titleKey="catalog.title"
      filters={props.filters}
      table={<FittingCatalogTable />}
    />
  );
}
