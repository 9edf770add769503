import { useCallback, useState } from 'react';

/** An action of the reader: whether it is under way, and what became of it. */
export type Action<A extends unknown[]> = {
  isPending: boolean;
  error?: unknown;
  run: (...args: A) => Promise<void>;
  reset: () => void;
};

/** Runs an action once at a time and keeps its error to be shown. */
export function useAction<A extends unknown[]>(
  perform: (...args: A) => Promise<void>,
): Action<A> {
  const [state, setState] = useState<{ isPending: boolean; error?: unknown }>({
    isPending: false,
  });
  const run = async (...args: A) => {
    setState({ isPending: true });
    try {
      await perform(...args);
      setState({ isPending: false });
    } catch (error) {
      setState({ isPending: false, error });
    }
  };
  const reset = useCallback(() => setState({ isPending: false }), []);
  return { ...state, run, reset };
}
