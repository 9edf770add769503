import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config/configuration.js';

/** Whether the service wants requests: from the end of its start until it is told to stop. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #drainSeconds: number;
  #isReady = false;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.#drainSeconds = configuration.drainSeconds;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  onApplicationBootstrap(): void {
    this.#isReady = true;
  }

  /** The server closes after this: until then, requests that are still routed here are answered. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#isReady = false;
    await setTimeout(this.#drainSeconds * 1000);
  }
}
