import { ConflictException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { ConflictError, InvalidRequestError, UnavailableError } from '../errors/index.js';
import { describeProblem } from './problem-details.js';

describe('problem details', () => {
  it('keep the cause of an unexpected error from the client', () => {
    expect(describeProblem(new Error('connect ECONNREFUSED 10.0.0.7'))).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    });
  });

  it.each([
    [new ConflictError('The name is taken'), 409, 'The name is taken'],
    [new ConflictException('The name is taken'), 409, 'The name is taken'],
    [new UnavailableError('The database does not answer'), 503, 'The database does not answer'],
  ])('say why a request failed: %s', (error, status, detail) => {
    expect(describeProblem(error)).toMatchObject({ status, detail });
  });

  it('point at each invalid part of a request', () => {
    const parts = [{ path: 'lines.0.amount', message: 'must be positive' }];

    expect(describeProblem(new InvalidRequestError('It does not match', parts)).errors).toEqual(parts);
  });
});
