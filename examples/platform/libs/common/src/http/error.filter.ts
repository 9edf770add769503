import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, throwError } from 'rxjs';
import { TooManyRequestsError } from '../errors/index.js';
import { describeStatus } from '../grpc/status.js';
import { describeProblem } from './problem-details.js';

/** Answers every failed request with problem details and every failed call with a status. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  readonly #logger = new Logger(ErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): Observable<never> | void {
    if (host.getType() === 'rpc') {
      // The cause is in the line that is logged for the call.
      return throwError(() => describeStatus(error));
    }
    this.#answer(error, host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>());
  }

  #answer(error: unknown, { id: requestId }: Request, response: Response): void {
    const problem = describeProblem(error);
    if (problem.status === 500) {
      this.#logger.error(error);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 401) {
      response.header('www-authenticate', 'Bearer');
    }
    if (error instanceof TooManyRequestsError) {
      response.header('retry-after', String(error.retryAfterSeconds));
    }
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, ...(requestId === undefined ? {} : { requestId }) }));
  }
}
