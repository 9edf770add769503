import { setTimeout as after } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { Counter } from 'prom-client';
import type { z } from 'zod';
import type { MetricsRegistry } from '../metrics/index.js';

/** Slower than this, a cache is no help. */
const PATIENCE_MILLISECONDS = 200;

const MAX_RECONNECT_MILLISECONDS = 5000;

export interface RedisAddress {
  REDIS_HOST: string;
  REDIS_PORT: number;
  REDIS_PASSWORD?: string | undefined;
  REDIS_TLS: boolean;
}

export interface CachedRead<T> {
  key: string;
  schema: z.ZodType<T>;
  seconds: number;
  load: () => Promise<T>;
}

/** Keeps what is slow to read for a while. Without Redis everything goes on, only slower. */
export class RedisCache {
  readonly #client: ReturnType<typeof clientFor>;
  readonly #logger = new Logger(RedisCache.name);
  readonly #prefix: string;
  readonly #reads: Counter<'result'>;

  private constructor(client: ReturnType<typeof clientFor>, prefix: string, registry: MetricsRegistry) {
    this.#client = client;
    this.#prefix = prefix;
    this.#reads = new Counter({
      name: 'cache_reads_total',
      help: 'Reads from the cache by their result: hit, miss or error',
      labelNames: ['result'],
      registers: [registry],
    });
  }

  /** Begins to connect and does not wait for it. Keys of different prefixes never meet. */
  static connect(
    address: RedisAddress,
    { prefix, registry }: { prefix: string; registry: MetricsRegistry },
  ): RedisCache {
    const client = clientFor(address);
    const cache = new RedisCache(client, prefix, registry);
    client.on('error', (error: unknown) => cache.#logger.warn({ err: error }, 'Redis does not answer'));
    client.connect().catch((error: unknown) => cache.#logger.warn({ err: error }, 'No longer connecting to Redis'));
    return cache;
  }

  /** Answers from the cache, or loads and keeps the answer. A value that no longer fits its schema is loaded anew. */
  async read<T>({ key, schema, seconds, load }: CachedRead<T>): Promise<T> {
    const stored = await this.#attempt(() => this.#client.get(this.#prefix + key));
    const known = stored.isAnswered && stored.value !== null ? parse(schema, stored.value) : undefined;
    this.#reads.inc({ result: known?.success ? 'hit' : stored.isAnswered ? 'miss' : 'error' });
    if (known?.success) {
      return known.data;
    }
    const value = await load();
    await this.#attempt(() => this.#client.set(this.#prefix + key, JSON.stringify(value), { EX: seconds }));
    return value;
  }

  /** Drops what changed. When Redis does not answer, the old value can be read until its time is over. */
  async forget(key: string): Promise<void> {
    await this.#attempt(() => this.#client.del(this.#prefix + key));
  }

  /** Fails when Redis does not answer. */
  async ping(): Promise<void> {
    await withPatience(this.#client.ping());
  }

  close(): void {
    this.#client.destroy();
  }

  async #attempt<T>(command: () => Promise<T>): Promise<{ isAnswered: true; value: T } | { isAnswered: false }> {
    if (!this.#client.isReady) {
      return { isAnswered: false };
    }
    try {
      return { isAnswered: true, value: await withPatience(command()) };
    } catch (error) {
      this.#logger.warn({ err: error }, 'Going on without the cache');
      return { isAnswered: false };
    }
  }
}

function clientFor(address: RedisAddress) {
  return createClient({
    ...(address.REDIS_PASSWORD === undefined ? {} : { password: address.REDIS_PASSWORD }),
    socket: {
      host: address.REDIS_HOST,
      port: address.REDIS_PORT,
      ...(address.REDIS_TLS ? { tls: true } : {}),
      connectTimeout: 1000,
      reconnectStrategy: retries => Math.min(100 * 2 ** retries, MAX_RECONNECT_MILLISECONDS),
    },
    // Commands fail at once while there is no connection, instead of waiting for one.
    disableOfflineQueue: true,
  });
}

function parse<T>(schema: z.ZodType<T>, text: string): z.ZodSafeParseResult<T> {
  return schema.safeParse(JSON.parse(text));
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const timeout = after(PATIENCE_MILLISECONDS, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`Redis gave no answer within ${PATIENCE_MILLISECONDS} ms`);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    timer.abort();
  }
}
