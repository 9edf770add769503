import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metadata } from '@grpc/grpc-js';
import { type DynamicModule, type ExecutionContext, Module } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { LoggerModule } from 'nestjs-pino';
import { DomainError } from '../errors/index.js';
import { identify, REQUEST_ID } from './request-id.js';

/** Probes and scrapes come every few seconds and would bury everything else. */
const UNLOGGED = /^\/(health|metrics)(\/|\?|$)/;

/** Logs JSON lines; each line of a request, or of a call, carries its id and its trace. */
@Module({})
export class LoggingModule {
  static for(level: string): DynamicModule {
    const customAttributeKeys = { reqId: 'requestId' };
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level,
            customAttributeKeys,
            mixin: traceFields,
            genReqId: identifyRequest,
            quietReqLogger: true,
            autoLogging: { ignore: ({ url = '' }) => UNLOGGED.test(url) },
            // Headers and queries can hold credentials, so neither is logged.
            serializers: {
              req: ({ method, url = '' }: IncomingMessage) => ({ method, path: url.split('?', 1)[0] }),
              res: ({ statusCode }: ServerResponse) => ({ statusCode }),
            },
          },
          microservice: { customAttributeKeys, genReqId: identifyCall, customLogLevel: levelOfCall },
        }),
      ],
    };
  }
}

function identifyRequest(request: IncomingMessage, response: ServerResponse): string {
  const id = identify(request.headers[REQUEST_ID]);
  response.setHeader(REQUEST_ID, id);
  return id;
}

function identifyCall(context: ExecutionContext): string {
  return identify(context.switchToRpc().getContext<Metadata>().get(REQUEST_ID)[0]);
}

function levelOfCall(_context: ExecutionContext, error?: unknown): 'info' | 'error' {
  return error === undefined || error instanceof DomainError ? 'info' : 'error';
}

function traceFields(): { traceId?: string; spanId?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { traceId: span.traceId, spanId: span.spanId } : {};
}
