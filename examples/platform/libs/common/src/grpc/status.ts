import { status as Status } from '@grpc/grpc-js';
import { DomainError, type ErrorKind, InvalidRequestError } from '../errors/index.js';

const CODES: Record<ErrorKind, Status> = {
  invalid: Status.INVALID_ARGUMENT,
  unauthenticated: Status.UNAUTHENTICATED,
  forbidden: Status.PERMISSION_DENIED,
  'not-found': Status.NOT_FOUND,
  conflict: Status.ALREADY_EXISTS,
  'too-many-requests': Status.RESOURCE_EXHAUSTED,
  unavailable: Status.UNAVAILABLE,
};

export interface CallStatus {
  code: Status;
  details: string;
}

/** Describes an error to the caller; the cause of an unexpected one stays in the logs. */
export function describeStatus(error: unknown): CallStatus {
  if (!(error instanceof DomainError)) {
    return { code: Status.INTERNAL, details: 'Internal error' };
  }
  const parts = error instanceof InvalidRequestError ? error.parts : [];
  const details = [error.message, ...parts.map(({ path, message }) => `${path}: ${message}`)].join('; ');
  return { code: CODES[error.kind], details };
}
