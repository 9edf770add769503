import type { GithubClient } from './GithubClient';
import { isUnclear } from './GithubFailure';

/**
 * Sends what must not be done twice. When nobody knows whether it was done, it looks before it sends again.
 *
 * @returns what `send` answered, or what `find` found in its place
 */
export async function sendOnce<T>(
  client: GithubClient,
  task: {
    send: () => Promise<T>;
    /** Undefined: it was not done. */
    find: () => Promise<T | undefined>;
    signal?: AbortSignal;
  },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task.send();
    } catch (error) {
      if (!isUnclear(error)) {
        throw error;
      }
      await client.pause(attempt, task.signal);
      const found = await task.find();
      if (found !== undefined) {
        return found;
      }
      if (attempt >= client.patience.maxAttempts) {
        throw error;
      }
    }
  }
}
