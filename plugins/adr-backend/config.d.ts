import type { HumanDuration } from '@backstage/types';

export interface Config {
  adr?: {
    /** How often every source is looked at again; 10 minutes by default. A push is followed at once. */
    refreshInterval?: HumanDuration | string;
    /** How long the records of an entity are kept after it has left the catalog; 7 days by default. */
    retention?: HumanDuration | string;
    /** Folders that no entity of the catalog names itself. */
    sources?: Array<{
      /** The entity that the decisions are about; who may read it may read them. */
      entity: string;
      /** The address of the folder. */
      url: string;
    }>;
    /** How records are checked where a folder's own .adr.yaml does not say otherwise. */
    lint?: {
      /** How many days a proposal may wait; 30 by default. */
      proposedDays?: number;
      /** Rules with another severity than their own. */
      rules?: { [rule: string]: 'error' | 'warning' | 'info' | 'off' };
    };
  };
}
