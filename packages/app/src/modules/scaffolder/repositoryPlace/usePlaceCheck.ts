import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { createTranslations } from '../translation';
import { useCheck } from '../useCheck';
import {
  checkPlace,
  explainPlace,
  type RepositoryPlaceValue,
} from './checkPlace';
import { useRepositoryPlaces } from './useRepositoryPlaces';

/** Whether the place on screen can be used, in words; undefined while that is being asked. */
export function usePlaceCheck(place: RepositoryPlaceValue) {
  const { t } = useTranslationRef(createTranslations);
  const places = useRepositoryPlaces();
  const check = useCallback(
    (subject: string) => {
      const [host, namespace, name]: string[] = JSON.parse(subject);
      return checkPlace({ host, namespace, name }, places);
    },
    [places],
  );
  const verdict = useCheck(
    JSON.stringify([place.host, place.namespace, place.name]),
    check,
  );
  return verdict && explainPlace(place, verdict, t);
}
