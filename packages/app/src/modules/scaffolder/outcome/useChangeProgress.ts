import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { forgeApiRef } from '@groundwork/plugin-forge';
import type { AsyncState } from '@groundwork/ui';
import { useCallback, useEffect, useState } from 'react';
import { readProgress, type ChangeProgress } from './ChangeProgress';
import type { ProposedChange } from './ProposedChange';

/** A merge is seen soon after it, and a page that is left open asks for little. */
const PAUSE_MS = 2_000;

async function readState(
  ...options: Parameters<typeof readProgress>
): Promise<AsyncState<ChangeProgress>> {
  try {
    return { value: await readProgress(...options) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Follows a change until nothing more is to be expected; a failure ends it until somebody tries again. */
export function useChangeProgress(
  proposed: ProposedChange,
): AsyncState<ChangeProgress> {
  const forgeApi = useApi(forgeApiRef);
  const catalogApi = useApi(catalogApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<AsyncState<ChangeProgress>>({});
  const retry = useCallback(() => {
    setState({});
    setAttempt(count => count + 1);
  }, []);
  // The output of a task is parsed anew with every event; what it says stays the same.
  const key = JSON.stringify(proposed);

  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const next = await readState(JSON.parse(key), { forgeApi, catalogApi });
      if (isCurrent) {
        setState(next);
        if (next.value?.isOver === false) {
          timer = setTimeout(ask, PAUSE_MS);
        }
      }
    };
    ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [forgeApi, catalogApi, key, attempt]);

  return { ...state, retry };
}
