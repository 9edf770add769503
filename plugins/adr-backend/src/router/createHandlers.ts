import type { Handlers } from './createRouter';
import { createContextHandlers, createLogHandlers } from './readHandlers';
import type { Services } from './Services';
import { createDecideHandlers, createProposeHandlers } from './writeHandlers';

/** An answer to every operation. */
export function createHandlers(services: Services): Handlers {
  return {
    ...createLogHandlers(services),
    ...createContextHandlers(services),
    ...createProposeHandlers(services),
    ...createDecideHandlers(services),
  };
}
