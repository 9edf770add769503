import { EntityListDocsTable } from '@backstage/plugin-techdocs';
import { fitting } from './fitting';
import { TABLE_OPTIONS } from './tableOptions';

const {
  createKindColumn,
  createNameColumn,
  createOwnerColumn,
  createTypeColumn,
} = EntityListDocsTable.columns;

const columns = [
  createNameColumn(),
  createOwnerColumn(),
  createKindColumn(),
  createTypeColumn(),
].map(fitting);

/** The stock docs table in columns that fit, turned at its foot only. */
export function FittingDocsTable() {
  return (
    <EntityListDocsTable
      columns={columns}
      options={{ ...TABLE_OPTIONS, paginationPosition: 'bottom' }}
    />
  );
}
