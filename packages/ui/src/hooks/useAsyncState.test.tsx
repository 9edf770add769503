import { act, renderHook, waitFor } from '@testing-library/react';
import { useAsyncState } from './useAsyncState';

describe('useAsyncState', () => {
  it('drops an answer that arrives after its inputs changed', async () => {
    const answers = new Map<string, (value: string) => void>();
    const load = (name: string) =>
      new Promise<string>(resolve => answers.set(name, resolve));
    const { result, rerender } = renderHook(
      ({ name }) => useAsyncState(() => load(name), [name]),
      { initialProps: { name: 'old' } },
    );
    rerender({ name: 'new' });
    await act(async () => {
      answers.get('new')?.('new value');
      answers.get('old')?.('old value');
    });
    expect(result.current.value).toBe('new value');
  });

  it('loads again on retry', async () => {
    let calls = 0;
    const { result } = renderHook(() =>
      useAsyncState(async () => {
        calls += 1;
        if (calls === 1) throw new Error('host is down');
        return 'value';
      }, []),
    );
    await waitFor(() =>
      expect(result.current.error?.message).toBe('host is down'),
    );
    act(() => result.current.retry?.());
    await waitFor(() => expect(result.current.value).toBe('value'));
  });
});
