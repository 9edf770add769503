import { ConflictException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { describeProblem, InvalidRequestException } from './problem-details.js';

describe('problem details', () => {
  it('keep the cause of an unexpected error from the client', () => {
    expect(describeProblem(new Error('connect ECONNREFUSED 10.0.0.7'))).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    });
  });

  it('say why a request was refused', () => {
    expect(describeProblem(new ConflictException('The name is taken'))).toMatchObject({
      status: 409,
      detail: 'The name is taken',
    });
  });

  it('point at each invalid part of a request', () => {
    const error = new InvalidRequestException([
      { path: ['lines', { key: 0 }, 'amount'], message: 'must be positive' },
      { message: 'is too long' },
    ]);

    expect(describeProblem(error).errors).toEqual([
      { path: 'lines.0.amount', message: 'must be positive' },
      { path: '', message: 'is too long' },
    ]);
  });
});
