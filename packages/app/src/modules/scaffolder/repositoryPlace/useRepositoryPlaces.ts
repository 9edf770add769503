import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { RepositoryPlaces } from './RepositoryPlaces';

/** The client of the forge, the same for as long as a field is on screen. */
export function useRepositoryPlaces(): RepositoryPlaces {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => RepositoryPlaces.create({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
}
