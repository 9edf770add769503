import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { choosePersona, readPersonas, type Persona } from './personas';

/** Offers the personas of a local portal; switching signs in again and reloads, so that no page keeps the old rights. */
export function usePersonas(): {
  personas: Persona[];
  switchTo: (name: string) => void;
} {
  const config = useApi(configApiRef);
  const personas = useMemo(() => readPersonas(config), [config]);
  return {
    personas,
    switchTo: name => {
      choosePersona(name);
      window.location.reload();
    },
  };
}
