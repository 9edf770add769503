import { InputError } from '@backstage/errors';
import { describeActor, type Actor } from '@groundwork/plugin-forge-node';
import type { InputContext } from './InputContext';

/** The user who started the task, as commits and changes record them. */
export function readActor({ user }: Pick<InputContext, 'user'>): Actor {
  if (!user?.ref) {
    throw new InputError(
      'Only a user can create or change a repository: its commits bear a name',
    );
  }
  return describeActor(user.ref, user.entity);
}
