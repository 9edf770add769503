import { NotFoundError } from '@backstage/errors';
import { createContext, useContext } from 'react';
import type { AccessibleRepository } from '../api/forgeApi';

/** The repository whose page is shown. */
export const RepositoryContext = createContext<
  AccessibleRepository | undefined
>(undefined);

/** The repository whose page this is a part of. */
export function useRepository(): AccessibleRepository {
  const repository = useContext(RepositoryContext);
  if (!repository) {
    throw new NotFoundError('useRepository is for pages of a repository');
  }
  return repository;
}
