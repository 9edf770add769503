import { useEffect, useRef, useState } from 'react';

/** Long enough to type the next letter. */
const PAUSE_MS = 250;

/** What is typed shows at once, and counts when typing pauses. */
export function useDebouncedText(
  value: string,
  onSettle: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const settle = useRef(onSettle);
  settle.current = onSettle;
  const settled = useRef(value);

  useEffect(() => {
    // The address was changed by something else, such as "Clear filters".
    if (value !== settled.current) {
      settled.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === settled.current) return undefined;
    const timer = setTimeout(() => {
      settled.current = text;
      settle.current(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
