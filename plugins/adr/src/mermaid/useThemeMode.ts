import { useSyncExternalStore } from 'react';
import type { DiagramMode } from './drawDiagram';

const ATTRIBUTE = 'data-theme-mode';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, { attributeFilter: [ATTRIBUTE] });
  return () => observer.disconnect();
}

function readMode(): DiagramMode {
  return document.body.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light';
}

/** The theme that is in force, for what style sheets do not reach. */
export function useThemeMode(): DiagramMode {
  return useSyncExternalStore(subscribe, readMode);
}
