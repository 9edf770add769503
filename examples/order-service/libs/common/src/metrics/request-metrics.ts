import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Histogram } from 'prom-client';
import { LATENCY_BUCKETS, MetricsRegistry } from './metrics-registry.js';

/** Rate, errors and duration of HTTP requests. */
@Injectable()
export class RequestMetrics {
  readonly #duration: Histogram<'method' | 'route' | 'status'>;

  constructor(registry: MetricsRegistry) {
    this.#duration = new Histogram({
      name: 'http_server_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its response',
      labelNames: ['method', 'route', 'status'],
      buckets: LATENCY_BUCKETS,
      registers: [registry],
    });
  }

  /** Observes a request under its route, never under its path: paths hold ids and have no end. */
  readonly observe = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.#duration.startTimer();
    response.once('close', () => {
      stop({ method: request.method, route: routeOf(request), status: response.statusCode });
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
