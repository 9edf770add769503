import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { AsyncState } from '@groundwork/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDebounced } from '../useDebounced';
import type { Plan } from './Plan';
import { PlanClient } from './PlanClient';

/** A plan renders the whole template, so it waits for a longer pause than a check of a name. */
const PAUSE_MS = 700;

/** What the form holds, for comparison and for the request; the order of its keys is the order of the template. */
function toKey(values: Record<string, unknown>): string {
  return JSON.stringify(values);
}

/**
 * The plan for the values on screen: worked out again when they change, and never shown for others than these.
 *
 * @param values - undefined while there is nothing to plan yet
 */
export function usePlan(
  templateRef: string | undefined,
  values: Record<string, unknown> | undefined,
): AsyncState<Plan> {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const client = useMemo(
    () => PlanClient.create({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
  const key = values && toKey(values);
  const rested = useDebounced(key, PAUSE_MS);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<
    { key: string } & Pick<AsyncState<Plan>, 'value' | 'error'>
  >();
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    if (!templateRef || !rested) {
      return undefined;
    }
    const abort = new AbortController();
    setAnswer(undefined);
    client
      .plan({ templateRef, values: JSON.parse(rested), signal: abort.signal })
      .then(
        value => !abort.signal.aborted && setAnswer({ key: rested, value }),
        error => !abort.signal.aborted && setAnswer({ key: rested, error }),
      );
    return () => abort.abort();
  }, [client, templateRef, rested, attempt]);

  return answer && answer.key === key
    ? { value: answer.value, error: answer.error, retry }
    : { retry };
}
