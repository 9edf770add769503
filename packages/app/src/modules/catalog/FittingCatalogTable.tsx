import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CatalogTable,
  type CatalogTableColumnsFunc,
  type CatalogTableProps,
} from '@backstage/plugin-catalog';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import { fitting } from './fitting';
import { TABLE_OPTIONS } from './tableOptions';

/** Long texts that would squeeze the names; both are on the entity's page. */
const LEFT_OUT = ['entity.metadata.description', 'entity.metadata.tags'];

/** The stock columns of a kind without the long texts. */
const fittingColumns: CatalogTableColumnsFunc = context =>
  CatalogTable.defaultColumnsFunc(context)
    .filter(({ field }) => !LEFT_OUT.includes(String(field)))
    .map(fitting);

function useStarAction(): CatalogTableProps['actions'] {
  const { t } = useTranslationRef(appTranslationRef);
  const { isStarredEntity, toggleStarredEntity } = useStarredEntities();
  return [
    ({ entity }) => {
      const isStarred = isStarredEntity(entity);
      return {
        icon: () =>
          isStarred ? <RiStarFill size={18} /> : <RiStarLine size={18} />,
        tooltip: isStarred ? t('catalog.unstar') : t('catalog.star'),
        onClick: () => toggleStarredEntity(entity),
      };
    },
  ];
}

/** The stock catalog table in columns that fit, so that no name wraps or is cut. */
export function FittingCatalogTable() {
  return (
    <CatalogTable
      columns={fittingColumns}
      actions={useStarAction()}
      tableOptions={TABLE_OPTIONS}
    />
  );
}
