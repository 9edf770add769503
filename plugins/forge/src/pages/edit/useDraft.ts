import type { RepositoryName } from '@groundwork/plugin-forge-common';
import { useEffect, useState } from 'react';
import type { Located } from '../../api/forgeApi';

/** What has been typed on the edit page. */
export type Draft = {
  text: string;
  title: string;
  description: string;
  /** The commit that the text was edited on top of, which a later visit must not forget. */
  baseCommit: string;
  /** The file at that commit. */
  original: string;
};

function isDraft(value: unknown): value is Draft {
  // Read field by field right below.
  const draft = value as Record<string, unknown> | null;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    ['text', 'title', 'description', 'baseCommit', 'original'].every(
      field => typeof draft[field] === 'string',
    )
  );
}

function read(key: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Where the draft of a file is kept while the tab is open. */
export function draftKey(repository: RepositoryName, located: Located): string {
  const { namespace, name } = repository;
  const { revision, path } = located;
  return `forge.draft:${JSON.stringify([namespace, name, revision, path])}`;
}

function hasWords(draft: Draft): boolean {
  return (
    draft.text !== draft.original ||
    draft.title !== '' ||
    draft.description !== ''
  );
}

/** Keeps what is typed for as long as the tab is open, so that leaving the page loses nothing. */
export function useDraft(key: string, fresh: Draft) {
  const [stored] = useState(() => read(key));
  const [draft, setDraft] = useState<Draft>(stored ?? fresh);
  const [isDone, setDone] = useState(false);
  const isDirty = hasWords(draft);

  useEffect(() => {
    try {
      if (isDirty && !isDone) {
        sessionStorage.setItem(key, JSON.stringify(draft));
      } else {
        sessionStorage.removeItem(key);
      }
    } catch {
      // Without storage, the guard below still asks before the page is left.
    }
  }, [key, draft, isDirty, isDone]);

  useEffect(() => {
    if (!isDirty || isDone) return undefined;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isDirty, isDone]);

  return {
    draft,
    isDirty,
    wasRestored: stored !== undefined,
    update: (patch: Partial<Draft>) =>
      setDraft(current => ({ ...current, ...patch })),
    /** Forgets it at once: what follows may leave the page before the next effect. */
    finish: () => {
      setDone(true);
      sessionStorage.removeItem(key);
    },
    discard: () => setDraft(fresh),
  };
}
