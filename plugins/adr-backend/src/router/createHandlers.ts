import type { Handlers } from './createRouter';
import {
  createContextHandlers,
  createLogHandlers,
  createRecordHandlers,
  createSourceHandlers,
} from './readHandlers';
import type { Services } from './Services';
import { createDecideHandlers } from './decideHandlers';
import { createProposeHandlers } from './proposeHandlers';

/** An answer to every operation. */
export function createHandlers(services: Services): Handlers {
  return {
    ...createLogHandlers(services),
    ...createRecordHandlers(services),
    ...createContextHandlers(services),
    ...createSourceHandlers(services),
    ...createProposeHandlers(services),
    ...createDecideHandlers(services),
  };
}
