import type { TableColumn } from '@backstage/core-components';

/** Makes a column as wide as its words, so that no name wraps or is cut; a table that grows too wide scrolls. */
export function fitting<T extends object>(
  column: TableColumn<T>,
): TableColumn<T> {
  return {
    ...column,
    width: 'auto',
    cellStyle: { whiteSpace: 'nowrap' },
    headerStyle: { whiteSpace: 'nowrap' },
  };
}
