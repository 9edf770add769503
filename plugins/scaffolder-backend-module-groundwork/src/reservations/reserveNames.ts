import { ConflictError } from '@backstage/errors';
import type { NameReservations } from './NameReservations';

/** Reserves names for a task, and gives them back when something speaks against what they are for. */
export async function reserveNames(
  names: readonly string[],
  options: {
    reservations: NameReservations;
    taskId: string;
    findObstacles: (isResumed: boolean) => Promise<Error[]>;
  },
): Promise<void> {
  const { findObstacles, reservations, taskId } = options;
  const { isResumed } = await reservations.take(names, taskId);
  const obstacles = await findObstacles(isResumed);
  if (obstacles.length > 0) {
    await reservations.release(taskId);
    throw obstacles.length === 1
      ? obstacles[0]
      : new ConflictError(obstacles.map(({ message }) => message).join('. '));
  }
}
