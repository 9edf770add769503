import { Metadata } from '@grpc/grpc-js';
import { type GrpcOptions, Transport } from '@nestjs/microservices';
import { REQUEST_ID } from '../logging/index.js';
import { loaderOptions } from './loader-options.js';

/** Spreads calls over replicas, ends each after five seconds, and tries one again that no replica took on. */
const serviceConfig = {
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      timeout: { seconds: 5, nanos: 0 },
      retryPolicy: {
        maxAttempts: 3,
        initialBackoff: '0.1s',
        maxBackoff: '1s',
        backoffMultiplier: 2,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
};

/** Options for the client of a service at `host:port`, with a deadline and retries. */
export function grpcClient(contract: { url: string; package: string; protoPath: string }): GrpcOptions {
  return {
    transport: Transport.GRPC,
    options: {
      ...contract,
      loader: loaderOptions,
      channelOptions: { 'grpc.service_config': JSON.stringify(serviceConfig) },
    },
  };
}

/** What a call passes on, so that the next service logs the same request and knows its caller. */
export function outgoingMetadata({ requestId, token }: { requestId: string; token?: string }): Metadata {
  const metadata = new Metadata();
  metadata.set(REQUEST_ID, requestId);
  if (token !== undefined) {
    metadata.set('authorization', `Bearer ${token}`);
  }
  return metadata;
}
