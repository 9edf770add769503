import { STATUS_CODES } from 'node:http';
import { BadRequestException, HttpException } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';

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

/** Refuses a request and says what is wrong with each of its parts. */
export class InvalidRequestException extends BadRequestException {
  readonly errors: NonNullable<ProblemDetails['errors']>;

  constructor(issues: readonly StandardSchemaV1.Issue[]) {
    super('The request does not match its schema');
    this.errors = issues.map(({ path = [], message }) => ({
      path: path.map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
      message,
    }));
  }
}

/** Describes an error to the client; the cause of an unexpected one stays in the logs. */
export function describeProblem(error: unknown): ProblemDetails {
  const { status, detail } = statusOf(error);
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(status < 500 || error instanceof HttpException ? { detail } : {}),
    ...(error instanceof InvalidRequestException ? { errors: error.errors } : {}),
  };
}

function statusOf(error: unknown): { status: number; detail?: string } {
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
