import type { FacetRow } from '../database/DecisionReader';
import { applyFacets } from './facets';
import { sortRows } from './sortRows';

const row = (id: string, more: Partial<FacetRow> = {}): FacetRow => ({
  id,
  number: null,
  title: id,
  status: 'accepted',
  date: null,
  format: 'madr-4',
  entity_ref: 'component:default/a',
  owner_ref: null,
  system_ref: null,
  tags: '[]',
  rules: '[]',
  ...more,
});

const ROWS = [
  row('a', { status: 'accepted', date: '2024-05-01', tags: '["x","y"]' }),
  row('b', { status: 'proposed', date: '2023-01-01', tags: '["x"]' }),
  row('c', { status: 'proposed', system_ref: 'system:default/s' }),
];

describe('applyFacets', () => {
  it('counts every value, the most common first, and nothing where there is no value', () => {
    const { facets } = applyFacets(ROWS, {});
    expect(facets.status).toEqual([
      { value: 'proposed', count: 2 },
      { value: 'accepted', count: 1 },
    ]);
    expect(facets.tag).toEqual([
      { value: 'x', count: 2 },
      { value: 'y', count: 1 },
    ]);
    expect(facets.year.map(({ value }) => value)).toEqual(['2023', '2024']);
    expect(facets.system).toEqual([{ value: 'system:default/s', count: 1 }]);
  });

  it('shows what another value of the same facet would give, and narrows the others', () => {
    const { rows, facets } = applyFacets(ROWS, { status: ['proposed'] });
    expect(rows.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(facets.status).toEqual([
      { value: 'proposed', count: 2 },
      { value: 'accepted', count: 1 },
    ]);
    expect(facets.tag).toEqual([{ value: 'x', count: 1 }]);
  });

  it('takes one of the values of a facet, and one of each facet', () => {
    expect(
      applyFacets(ROWS, { status: ['accepted', 'proposed'], tag: ['y'] }).rows,
    ).toHaveLength(1);
  });

  it('keeps a choice that leaves nothing in the list, so that it can be taken back', () => {
    expect(applyFacets(ROWS, { tag: ['gone'] }).facets.tag).toContainEqual({
      value: 'gone',
      count: 0,
    });
  });
});

describe('sortRows', () => {
  const ids = (rows: FacetRow[]) => rows.map(({ id }) => id).join('');

  it('puts the newest first, and what has no date last', () => {
    expect(ids(sortRows(ROWS, { sort: 'relevance', order: 'desc' }))).toBe(
      'abc',
    );
  });

  it('puts the best match first where words were looked for', () => {
    const rank = new Map([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ]);
    expect(
      ids(sortRows(ROWS, { sort: 'relevance', order: 'desc' }, rank)),
    ).toBe('cab');
  });

  it('orders by what it is told to, either way', () => {
    expect(ids(sortRows(ROWS, { sort: 'title', order: 'desc' }))).toBe('cba');
    expect(ids(sortRows(ROWS, { sort: 'date', order: 'asc' }))).toBe('cba');
    expect(ids(sortRows(ROWS, { sort: 'status', order: 'desc' }))).toBe('abc');
  });
});
