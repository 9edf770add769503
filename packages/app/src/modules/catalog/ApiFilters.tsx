import {
  EntityKindPicker,
  EntityLifecyclePicker,
  EntityOwnerPicker,
  EntityTagPicker,
  EntityTypePicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';

/** The filters of the catalog, fixed to APIs. */
export function ApiFilters() {
  return (
    <>
      <EntityKindPicker initialFilter="api" hidden />
      <EntityTypePicker />
      <UserListPicker initialFilter="all" />
      <EntityOwnerPicker />
      <EntityLifecyclePicker />
      <EntityTagPicker />
    </>
  );
}
