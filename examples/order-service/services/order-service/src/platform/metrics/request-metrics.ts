import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Rate, errors and duration of requests, and the state of the process. */
@Injectable()
export class RequestMetrics {
  readonly registry = new Registry();

  readonly #duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its response',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Observes a request under its route, never under its path: paths hold ids and have no end. */
  readonly observe = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.#duration.startTimer();
    response.once('close', () => {
      stop({
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
      });
    });
    next();
  };
}

function routeOf(request: Request): string {
  // Express leaves `route` undefined when nothing matches, and types it as any.
  const route = request.route as { path: string } | undefined;
  // Paths of controllers begin with a slash; the catch-all patterns of middleware do not.
  return route?.path.startsWith('/') ? route.path : 'unmatched';
}
