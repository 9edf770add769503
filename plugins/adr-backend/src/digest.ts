import { createHash } from 'node:crypto';
import {
  formatAddress,
  type DecisionAddress,
} from '@groundwork/plugin-adr-common';

/** A short name for a value: equal values have equal ones. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('hex')
    .slice(0, 16);
}

/** The id of a record in the database and the API; source and path are what it stands for. */
export function decisionId(address: DecisionAddress): string {
  return createHash('sha256')
    .update(formatAddress(address))
    .digest('hex')
    .slice(0, 24);
}
