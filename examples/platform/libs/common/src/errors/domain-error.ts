/** What kind of failure it is, whatever carries it: HTTP and gRPC have a status for each. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'too-many-requests' | 'unavailable';

/** What is wrong with one part of a request. */
export interface InvalidPart {
  /** Such as `lines.0.amount`; empty when it is the whole. */
  path: string;
  message: string;
}

/** A failure that the caller is meant to understand: its message is shown to them. */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;

  override get name(): string {
    return this.constructor.name;
  }
}

export class InvalidRequestError extends DomainError {
  readonly kind = 'invalid';
  readonly parts: readonly InvalidPart[];

  constructor(message: string, parts: readonly InvalidPart[] = []) {
    super(message);
    this.parts = parts;
  }
}

export class UnauthenticatedError extends DomainError {
  readonly kind = 'unauthenticated';
}

export class ForbiddenError extends DomainError {
  readonly kind = 'forbidden';
}

export class NotFoundError extends DomainError {
  readonly kind = 'not-found';
}

export class ConflictError extends DomainError {
  readonly kind = 'conflict';
}

export class TooManyRequestsError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Something that the service needs does not answer; the same request may succeed later. */
export class UnavailableError extends DomainError {
  readonly kind = 'unavailable';
}
