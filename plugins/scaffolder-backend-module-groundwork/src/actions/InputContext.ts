import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** What an action gets; its outputs are set where its schema is known. */
export type InputContext<TInput extends JsonObject = {}> = Omit<
  ActionContext<TInput>,
  'output'
>;
