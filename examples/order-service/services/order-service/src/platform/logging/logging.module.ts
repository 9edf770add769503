import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';

/** What a caller may send as the id of its request; anything else could forge lines of a log. */
const REQUEST_ID = /^[\w.-]{1,64}$/;

/** Probes and scrapes come every few seconds and would bury everything else. */
const UNLOGGED = /^\/(health|metrics)(\/|\?|$)/;

/** Logs JSON lines; each line of a request carries its id. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => ({
        pinoHttp: {
          level: configuration.logLevel,
          genReqId: identifyRequest,
          autoLogging: { ignore: ({ url = '' }) => UNLOGGED.test(url) },
          // Headers and queries can hold credentials, so neither is logged.
          serializers: {
            req: ({ id, method, url = '' }: IncomingMessage) => ({ id, method, path: url.split('?', 1)[0] }),
            res: ({ statusCode }: ServerResponse) => ({ statusCode }),
          },
        },
      }),
    }),
  ],
})
export class LoggingModule {}

function identifyRequest(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', id);
  return id;
}
