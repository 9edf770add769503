import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { InvalidRequestError } from '../errors/index.js';

/** Checks what a request carries against the schema of each parameter, and says what is wrong with each part. */
export const validationPipe = () => new StandardSchemaValidationPipe({ exceptionFactory: describeIssues });

function describeIssues(issues: readonly StandardSchemaV1.Issue[]): InvalidRequestError {
  const parts = issues.map(({ path = [], message }) => ({
    path: path.map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
  return new InvalidRequestError('The request does not match its schema', parts);
}
