import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod';

/** Checks a value that came from outside; says which part is wrong, and does not repeat the value. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new InputError(`The request is invalid. ${issues.join('; ')}`);
}

/** Checks the parameters of an address; `host` belongs to every route. */
export function parseQuery<T>(schema: z.ZodType<T>, request: Request): T {
  const { host: _host, ...query } = request.query;
  return parse(schema, query);
}

/** A branch, tag or commit; the host checks its form. */
export const Revision = z.string().min(1).max(255);
/** A path in a repository; the host checks its form. */
export const RepositoryPath = z.string().max(4096);
/** A commit. */
export const CommitId = z.string().regex(/^[0-9a-f]{40}$/);
/** A version and a place, as parameters. */
export const LocationQuery = z.strictObject({
  revision: Revision.optional(),
  path: RepositoryPath.optional(),
});
/** What a user typed for others to read. */
export const LongText = z.string().max(65_536);
/** The headline of a change. */
export const Title = z.string().trim().min(1).max(255);
/** Files to write, or without content to delete. */
export const Edits = z
  .array(
    z.strictObject({
      path: RepositoryPath.min(1),
      content: z.string().optional(),
    }),
  )
  .min(1)
  .max(1000);
