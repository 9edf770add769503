import { DocsFilters } from './DocsFilters';
import { EntityListPage } from './EntityListPage';
import { FittingDocsTable } from './FittingDocsTable';

/** Everything that has docs. */
export function DocsPage() {
  return (
    <EntityListPage
      titleKey="catalog.docs"
      filters={<DocsFilters />}
      paging="offset"
      table={<FittingDocsTable />}
    />
  );
}
