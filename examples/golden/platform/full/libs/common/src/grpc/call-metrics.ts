import { type ServerInterceptor, ServerInterceptingCall, status as Status } from '@grpc/grpc-js';
import { Histogram } from 'prom-client';
import { LATENCY_BUCKETS, type MetricsRegistry } from '../metrics/index.js';

/** Measures rate, errors and duration of gRPC calls, those that a guard refuses included. */
export function callMetrics(registry: MetricsRegistry): ServerInterceptor {
  const duration = new Histogram({
    name: 'rpc_server_duration_seconds',
    help: 'Time from the start of a call to its status',
    labelNames: ['method', 'code'],
    buckets: LATENCY_BUCKETS,
    registers: [registry],
  });
  return ({ path }, call) => {
    const stop = duration.startTimer({ method: path });
    return new ServerInterceptingCall(call, {
      sendStatus(status, next) {
        stop({ code: Status[status.code] });
        next(status);
      },
    });
  };
}
