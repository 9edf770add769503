import type { ServerOptions } from '@grpc/grpc-js';
import type { INestApplication } from '@nestjs/common';
import { type GrpcOptions, Transport } from '@nestjs/microservices';
import { MetricsRegistry } from '../metrics/index.js';
import { callMetrics } from './call-metrics.js';
import { loaderOptions } from './loader-options.js';

export interface GrpcService {
  host: string;
  port: number;
  /** The protobuf package, such as `platform.orders.v1`. */
  package: string;
  protoPath: string;
}

/**
 * Lets an application answer gRPC beside HTTP, with the same guards, validation and errors.
 * @remarks Call `startAllMicroservices` to listen.
 */
export function serveGrpc(application: INestApplication, { host, port, ...contract }: GrpcService): void {
  const server: ServerOptions = {
    interceptors: [callMetrics(application.get(MetricsRegistry))],
    // Callers behind a load balancer reconnect now and then, and so find new replicas.
    'grpc.max_connection_age_ms': 5 * 60_000,
    'grpc.max_connection_age_grace_ms': 30_000,
  };
  application.connectMicroservice<GrpcOptions>(
    {
      transport: Transport.GRPC,
      options: {
        ...contract,
        url: `${host}:${port}`,
        loader: loaderOptions,
        gracefulShutdown: true,
        channelOptions: server,
      },
    },
    // Without it, calls would pass the access guard by.
    { inheritAppConfig: true },
  );
}
