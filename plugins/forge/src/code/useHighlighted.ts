import { useEffect, useState } from 'react';
import type { Token } from './highlight';

/** Larger texts would block the page for longer than the colours are worth. */
const LIMIT = 300_000;

function plainLines(text: string): Token[][] {
  return text.split('\n').map(line => [{ text: line }]);
}

async function load(
  text: string,
  source: { path?: string; language?: string },
): Promise<Token[][] | undefined> {
  const { highlight, languageOf } = await import('./highlight');
  const language = languageOf(source.path ?? `x.${source.language}`);
  return language ? highlight(text, language) : undefined;
}

/** The lines of a text, coloured as soon as the highlighter has read it. */
export function useHighlighted(
  text: string,
  source: { path?: string; language?: string },
): Token[][] {
  const { path, language } = source;
  const [coloured, setColoured] = useState<{
    text: string;
    lines: Token[][];
  }>();
  useEffect(() => {
    let isCurrent = true;
    if (text.length <= LIMIT) {
      load(text, { path, language }).then(
        lines => isCurrent && lines && setColoured({ text, lines }),
        // Without the highlighter the text is readable all the same.
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [text, path, language]);
  return coloured?.text === text ? coloured.lines : plainLines(text);
}
