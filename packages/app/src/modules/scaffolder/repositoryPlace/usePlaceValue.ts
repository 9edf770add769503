import type { Namespace } from '@groundwork/plugin-forge-common';
import { useContext, useEffect } from 'react';
import type { RepositoryPlaceValue } from './checkPlace';
import { FollowedNameContext } from './FollowedNameContext';

/** The first place that admits the reader; where none does, the first, so that its reason is shown. */
function firstChoice(namespaces: Namespace[]): Namespace {
  return namespaces.find(({ isAllowed }) => isAllowed) ?? namespaces[0];
}

/** Fills in what nobody chose yet: the first allowed place, and the name of the service until somebody types another. */
export function usePlaceValue(props: {
  namespaces: Namespace[];
  suggestion: string;
  value?: Partial<RepositoryPlaceValue>;
  onChange: (value: RepositoryPlaceValue) => void;
}) {
  const { namespaces, suggestion, value, onChange } = props;
  const followed = useContext(FollowedNameContext);
  const choice = firstChoice(namespaces);
  const follows = value?.name === undefined || value.name === followed.current;
  const current: RepositoryPlaceValue = {
    host: value?.host ?? choice.host,
    namespace: value?.namespace ?? choice.name,
    name: follows ? suggestion : value.name ?? '',
  };
  const isFilledIn =
    value?.host === current.host &&
    value?.namespace === current.namespace &&
    value?.name === current.name;

  useEffect(() => {
    if (follows) {
      followed.current = current.name;
    }
    if (!isFilledIn) {
      onChange(current);
    }
    // The form gives a new `onChange` with every render, and the parts stand for `current`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isFilledIn, current.host, current.namespace, current.name]);

  const change = (part: Partial<RepositoryPlaceValue>) => {
    if (part.name !== undefined) {
      followed.current = undefined;
    }
    onChange({ ...current, ...part });
  };
  return { value: current, change };
}
