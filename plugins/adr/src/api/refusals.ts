import { isError } from '@backstage/errors';

/** The server knows no such thing, or the reader may not know of it. */
export function isNotFound(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' || isNotFound(error.cause))
  );
}

/** What the server said, without the wrapping of the client. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause) ? reasonOf(error.cause) : error.message;
}
