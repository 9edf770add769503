import {
  EntityOwnerPicker,
  EntityTagPicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { TechDocsPicker } from '@backstage/plugin-techdocs';

/** The filters of the docs page: whose, and about what. */
export function DocsFilters() {
  return (
    <>
      <TechDocsPicker />
      <UserListPicker initialFilter="all" />
      <EntityOwnerPicker />
      <EntityTagPicker />
    </>
  );
}
