import { isError } from '@backstage/errors';

function isNamed(error: unknown, name: string): boolean {
  return isError(error) && (error.name === name || isNamed(error.cause, name));
}

/** The server knows no such thing, or the reader may not know of it. */
export function isNotFound(error: unknown): boolean {
  return isNamed(error, 'NotFoundError');
}

/** What the reader saw is no longer what is there. */
export function isConflict(error: unknown): boolean {
  return isNamed(error, 'ConflictError');
}

/** What the server said, without the wrapping of the client. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause) ? reasonOf(error.cause) : error.message;
}
