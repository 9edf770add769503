import { useCallback, useEffect, useState, type DependencyList } from 'react';
import type { AsyncState } from '../components/AsyncView';

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Loads a value when its inputs change; an answer that arrives after they changed again is dropped. */
export function useAsyncState<T>(
  load: () => Promise<T>,
  inputs: DependencyList,
): AsyncState<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<AsyncState<T>>({});
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    let isCurrent = true;
    setState({});
    load().then(
      value => isCurrent && setState({ value }),
      error => isCurrent && setState({ error: toError(error) }),
    );
    return () => {
      isCurrent = false;
    };
    // `load` is a new closure on every render; its inputs are what the caller lists.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [...inputs, attempt]);

  return { ...state, retry };
}
