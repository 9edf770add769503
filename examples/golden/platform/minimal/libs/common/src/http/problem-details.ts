import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, type ErrorKind, InvalidRequestError } from '../errors/index.js';

/** The body of every error, as RFC 9457 defines it. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** The id under which the logs of the service know the request. */
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'ProblemDetails' });

export type ProblemDetails = z.infer<typeof ProblemDetails>;

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many-requests': 429,
  unavailable: 503,
};

/** Describes an error to the client; the cause of an unexpected one stays in the logs. */
export function describeProblem(error: unknown): ProblemDetails {
  const { status, detail } = statusOf(error);
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(error instanceof InvalidRequestError ? { errors: [...error.parts] } : {}),
  };
}

function statusOf(error: unknown): { status: number; detail?: string } {
  if (error instanceof DomainError) {
    return { status: STATUS[error.kind], detail: error.message };
  }
  if (error instanceof HttpException) {
    return { status: error.getStatus(), detail: error.message };
  }
  if (isBodyParserError(error)) {
    return { status: error.status, detail: 'The body cannot be read' };
  }
  return { status: 500 };
}

function isBodyParserError(error: unknown): error is { status: number } {
  return (
    error instanceof Error &&
    'expose' in error &&
    error.expose === true &&
    'status' in error &&
    typeof error.status === 'number'
  );
}
