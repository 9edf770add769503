import { z } from 'zod';
import { portNumber, secret, wholeNumber } from './kinds.js';

/** What every program that serves requests reads. */
export const serverSettings = ({ port }: { port: number }) => ({
  HOST: z.string().min(1).default('0.0.0.0').describe('The address to listen on'),
  PORT: portNumber().prefault(String(port)).describe('The port to listen on'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('The least severe messages to log'),
  DRAIN_SECONDS: wholeNumber({ max: 300 })
    .prefault('5')
    .describe('How long a stopping program still answers, so that load balancers notice'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional().describe('Where traces go; without it there are none'),
});

/** How to reach a PostgreSQL database. */
export const databaseSettings = ({ name }: { name: string }) => ({
  DATABASE_HOST: z.string().min(1).default('localhost').describe('The host of the database server'),
  DATABASE_PORT: portNumber().prefault('5432').describe('The port of the database server'),
  DATABASE_NAME: z.string().min(1).default(name).describe('The database on that server'),
  DATABASE_USER: z.string().min(1).default(name).describe('The role that owns the tables'),
  DATABASE_PASSWORD: secret().describe('The password of that role'),
  DATABASE_TLS: z.stringbool().default(false).describe('Whether to demand TLS with a trusted certificate'),
  DATABASE_POOL_SIZE: wholeNumber({ min: 1, max: 200 }).prefault('10').describe('How many connections to keep at most'),
});

/** How to reach Redis. */
export const redisSettings = {
  REDIS_HOST: z.string().min(1).default('localhost').describe('The host of Redis'),
  REDIS_PORT: portNumber().prefault('6379').describe('The port of Redis'),
  REDIS_PASSWORD: secret().optional().describe('The password, where Redis asks for one'),
  REDIS_TLS: z.stringbool().default(false).describe('Whether to connect with TLS'),
};

/** Whose access tokens to accept. */
export const tokenSettings = {
  TOKEN_ISSUER: z.url().describe('Who issues access tokens: the claim "iss"'),
  TOKEN_AUDIENCE: z.string().min(1).default('platform').describe('For whom they are: the claim "aud"'),
  TOKEN_KEYS_URL: z.url().describe('Where the issuer publishes its public keys as a JSON Web Key Set'),
};

/** Where to listen for gRPC. */
export const grpcSettings = ({ port }: { port: number }) => ({
  GRPC_PORT: portNumber().prefault(String(port)).describe('The port to listen on for gRPC'),
});
