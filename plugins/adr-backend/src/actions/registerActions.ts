import { registerGetDecision } from './getDecision';
import { registerSearchDecisions } from './searchDecisions';

/** Lets agents search and read decisions with the rights of the user for whom they work. */
export function registerActions(
  options: Parameters<typeof registerGetDecision>[0] &
    Parameters<typeof registerSearchDecisions>[0],
): void {
  registerSearchDecisions(options);
  registerGetDecision(options);
}
