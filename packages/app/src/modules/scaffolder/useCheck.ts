import { useEffect, useState } from 'react';
import { useDebounced } from './useDebounced';

/** As long as a short pause between two words. */
const PAUSE_MS = 350;

/** Runs a check on a subject while somebody types it; undefined while the check is under way. */
export function useCheck<V>(
  subject: string,
  check: (subject: string) => Promise<V>,
): V | undefined {
  const rested = useDebounced(subject, PAUSE_MS);
  const [answer, setAnswer] = useState<{ subject: string; verdict: V }>();

  useEffect(() => {
    let isCurrent = true;
    check(rested).then(
      verdict => isCurrent && setAnswer({ subject: rested, verdict }),
    );
    return () => {
      isCurrent = false;
    };
  }, [check, rested]);

  return answer?.subject === subject ? answer.verdict : undefined;
}
