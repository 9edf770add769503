import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { RedisAddress } from '../cache/index.js';
import { freePort } from './free-port.js';

/** A real Redis for one test file, from the `redis-server` of this machine. */
export class TestRedis {
  /** Whether this machine has one; tests that need it say so by skipping. */
  static readonly isInstalled = spawnSync('redis-server', ['--version']).status === 0;

  readonly address: RedisAddress;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.address = { REDIS_HOST: '127.0.0.1', REDIS_PORT: port, REDIS_TLS: false };
  }

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    await redis.resume();
    return redis;
  }

  /** The same as variables, which are text. */
  get variables(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.address).map(([name, value]) => [name, String(value)]));
  }

  /** Starts it again where it was, with nothing in it. */
  async resume(): Promise<void> {
    const options = [
      '--port',
      String(this.address.REDIS_PORT),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    this.#process = spawn('redis-server', options, { stdio: 'ignore' });
    while (!(await this.#answers())) {
      await setTimeout(20);
    }
  }

  async stop(): Promise<void> {
    if (this.#process?.exitCode === null) {
      this.#process.kill('SIGKILL');
      await once(this.#process, 'exit');
    }
  }

  #answers(): Promise<boolean> {
    return new Promise(resolve => {
      const socket = connect(this.address.REDIS_PORT, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }
}
