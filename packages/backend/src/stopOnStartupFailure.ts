import { isError } from '@backstage/errors';

/**
 * Ends a process whose backend did not start.
 *
 * @remarks
 * The HTTP server listens before the plugins are up, so a process left alone would stay and answer
 * 503 for ever. The reason goes to standard error on its own line, where a launcher can show it.
 */
export function stopOnStartupFailure(error: unknown): never {
  process.stderr.write(`\nThe portal did not start: ${readReason(error)}\n`);
  process.exit(1);
}

/** The innermost error is the one that somebody can act on; the others say where it passed. */
function readReason(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause) ? readReason(error.cause) : error.message;
}
