import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod';

/** One operation of the API: where it is, what it takes and what it answers. */
export interface Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/decisions/{id}`. */
  path: string;
  summary: string;
  description?: string;
  params: P;
  query: Q;
  body: B;
  /** Absent for what is not JSON. */
  response?: z.ZodType;
  mediaTypes?: string[];
  status?: number;
}

/** What an operation was called with, after it was checked. */
export interface OperationInput<O extends Operation> {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
}

/** Takes nothing. */
export const Nothing = z.strictObject({});

/** Declares an operation; what is left out takes nothing. */
export function operation<
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = typeof Nothing,
>(
  options: Omit<Operation<P, Q, B>, 'params' | 'query' | 'body'> &
    Partial<Pick<Operation<P, Q, B>, 'params' | 'query' | 'body'>>,
): Operation<P, Q, B> {
  return {
    ...options,
    // What is left out has the type of its default.
    params: options.params ?? (Nothing as unknown as P),
    query: options.query ?? (Nothing as unknown as Q),
    body: options.body ?? (Nothing as unknown as B),
  };
}

function check(schema: z.ZodType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new InputError(`The ${where} is invalid. ${issues.join('; ')}`);
}

/** Checks everything that a request brings, and says which part is wrong. */
export function readInput<O extends Operation>(
  { method, params, query, body }: O,
  request: Request,
): OperationInput<O> {
  const input = {
    params: check(params, request.params, 'address'),
    query: check(query, request.query, 'query'),
    body:
      method === 'get' ? undefined : check(body, request.body, 'request body'),
  };
  // The schemas of the operation have just said what these are.
  return input as OperationInput<O>;
}
