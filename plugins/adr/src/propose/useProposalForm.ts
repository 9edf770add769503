import { useEffect, useState } from 'react';
import { EMPTY_FORM, isFormValues, type FormValues } from './formValues';

const KEY = 'adr.proposal';

function read(): FormValues | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isFormValues(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** The form and ways to change it. */
export type ProposalForm = {
  values: FormValues;
  isDirty: boolean;
  update: (patch: Partial<FormValues>) => void;
  /** Empties it. */
  clear: () => void;
};

/** Keeps what is typed for as long as the tab is open, so that leaving the page loses nothing. */
export function useProposalForm(): ProposalForm {
  const [values, setValues] = useState(() => read() ?? EMPTY_FORM);
  const isDirty = values !== EMPTY_FORM;
  useEffect(() => {
    try {
      if (isDirty) sessionStorage.setItem(KEY, JSON.stringify(values));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Without storage the form works; only leaving the page loses it.
    }
  }, [values, isDirty]);
  return {
    values,
    isDirty,
    update: patch => setValues(current => ({ ...current, ...patch })),
    clear: () => setValues(EMPTY_FORM),
  };
}
