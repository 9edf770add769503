import { useSearchParams } from 'react-router-dom';

/** The filter of the list, which its address holds so that it can be shared. */
export function useReportFilter() {
  const [parameters, setParameters] = useSearchParams();
  return {
    text: parameters.get('q') ?? '',
    isMine: parameters.get('mine') === 'true',
    isFaulty: parameters.get('faulty') === 'true',
    set: (name: 'q' | 'mine' | 'faulty', value: string | boolean) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.delete(name);
          if (value) {
            next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
  };
}
