import { isError } from '@backstage/errors';

/** The server knows no such thing, or the reader may not know of it. */
export function isNotFound(error: unknown): boolean {
  return isError(error) && error.name === 'NotFoundError';
}

/** Why something was refused or failed, in words. */
export function reasonOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
