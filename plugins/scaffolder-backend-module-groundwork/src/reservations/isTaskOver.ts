import type { AuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';

/** Whether a task has ended, however it did; one that the scaffolder no longer knows has. */
export async function isTaskOver(
  taskId: string,
  options: { auth: AuthService; scaffolder: ScaffolderService },
): Promise<boolean> {
  const credentials = await options.auth.getOwnServiceCredentials();
  try {
    const { status } = await options.scaffolder.getTask(
      { taskId },
      { credentials },
    );
    return status !== 'open' && status !== 'processing';
  } catch (error) {
    const cause = isError(error) ? error.cause : undefined;
    if (isError(cause) && cause.name === 'NotFoundError') {
      return true;
    }
    throw error;
  }
}
