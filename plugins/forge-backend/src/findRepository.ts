import { isError } from '@backstage/errors';
import type {
  Repository,
  RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { ForgeHost } from '@groundwork/plugin-forge-node';

/**
 * A repository by a name that anybody may have made up.
 *
 * @returns undefined when there is none, or cannot be one of this name
 */
export async function findRepository(
  host: Pick<ForgeHost, 'getRepository'>,
  { namespace, name }: RepositoryName,
): Promise<Repository | undefined> {
  try {
    return await host.getRepository({ namespace, name });
  } catch (error) {
    if (
      isError(error) &&
      ['NotFoundError', 'InputError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}
