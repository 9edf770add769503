import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import { appTranslationRef } from '../../translation';
import styles from './EntityListPage.module.css';

/** One screen of rows; the next ones are fetched page by page, however large the catalog is. */
const PAGE_SIZE = 20;

/** Lists the entities that the reader may see, with filters beside them. */
export function EntityListPage(props: {
  titleKey: 'catalog.title' | 'catalog.apis' | 'catalog.docs';
  filters: ReactNode;
  table: ReactNode;
  /** How the table turns pages; the stock docs table turns them by offset. */
  paging?: 'cursor' | 'offset';
}) {
  const { titleKey, filters, table, paging = 'cursor' } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name') ?? '';
  const title = t(titleKey, { organization });

  return (
    <main className={styles.page}>
      <Helmet title={title} />
      <EntityListProvider pagination={{ mode: paging, limit: PAGE_SIZE }}>
        <Header title={title} />
        <Container>
          <CatalogFilterLayout>
            <CatalogFilterLayout.Filters>{filters}</CatalogFilterLayout.Filters>
            <CatalogFilterLayout.Content>{table}</CatalogFilterLayout.Content>
          </CatalogFilterLayout>
        </Container>
      </EntityListProvider>
    </main>
  );
}
