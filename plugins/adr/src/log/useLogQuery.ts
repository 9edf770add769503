import { FACETS, type Facet } from '@groundwork/plugin-adr-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Decisions on one page of the list. */
export const PAGE_SIZE = 25;

/** The ways to look at the log. */
export const VIEWS = ['list', 'timeline', 'graph'] as const;

/** One of {@link VIEWS}. */
export type View = (typeof VIEWS)[number];

const FILTERS = ['q', 'month', 'sort', ...FACETS];

/** The question that the address of the page asks, and ways to ask another one. */
export type LogQueryState = {
  view: View;
  text: string;
  month?: string;
  sort: string;
  page: number;
  chosen: Record<Facet, string[]>;
  hasFilters: boolean;
  /** What the API is asked. */
  request: URLSearchParams;
  set: (name: string, values: string[]) => void;
  setPage: (page: number) => void;
  clear: () => void;
};

/** Edits the address; what was asked before is not a page to go back to. */
function useEdit() {
  const [parameters, setParameters] = useSearchParams();
  const edit = useCallback(
    (change: (next: URLSearchParams) => void) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          change(next);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return { parameters, edit };
}

function readQuery(parameters: URLSearchParams) {
  const page = Math.max(1, Number(parameters.get('page')) || 1);
  const entries = FACETS.map(facet => [facet, parameters.getAll(facet)]);
  return {
    view: VIEWS.find(name => name === parameters.get('view')) ?? 'list',
    text: parameters.get('q') ?? '',
    month: parameters.get('month') ?? undefined,
    sort: parameters.get('sort') ?? 'relevance',
    page,
    // One entry for each of the facets.
    chosen: Object.fromEntries(entries) as Record<Facet, string[]>,
    hasFilters: ['q', 'month', ...FACETS].some(name => parameters.has(name)),
    request: toRequest(parameters, page),
  };
}

/** Keeps the question in the address, so that a link leads to what somebody saw. */
export function useLogQuery(): LogQueryState {
  const { parameters, edit } = useEdit();
  return useMemo(
    () => ({
      ...readQuery(parameters),
      set: (name, values) =>
        edit(next => {
          next.delete(name);
          values.filter(Boolean).forEach(value => next.append(name, value));
          next.delete('page');
        }),
      setPage: page => edit(next => next.set('page', String(page))),
      clear: () =>
        edit(next => ['page', ...FILTERS].forEach(name => next.delete(name))),
    }),
    [parameters, edit],
  );
}

function toRequest(parameters: URLSearchParams, page: number): URLSearchParams {
  const request = new URLSearchParams();
  for (const name of FILTERS) {
    parameters.getAll(name).forEach(value => request.append(name, value));
  }
  if (request.get('sort') === 'title') request.set('order', 'asc');
  request.set('limit', String(PAGE_SIZE));
  request.set('offset', String((page - 1) * PAGE_SIZE));
  return request;
}
