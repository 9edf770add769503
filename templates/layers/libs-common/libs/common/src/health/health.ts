import { setTimeout as after } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** A probe of Kubernetes gives up after some seconds; an answer must come before. */
const PATIENCE_MILLISECONDS = 1000;

export interface HealthReport {
  status: 'ok' | 'starting' | 'stopping' | 'failing';
  dependencies: Record<string, 'up' | 'down'>;
}

interface Dependency {
  name: string;
  check: () => Promise<unknown>;
  isRequired: boolean;
}

/** Whether the service wants requests: while it runs, is not told to stop, and what it cannot do without answers. */
export class Health implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #drainSeconds: number;
  readonly #dependencies: Dependency[] = [];
  readonly #logger = new Logger(Health.name);
  #phase: 'starting' | 'running' | 'stopping' = 'starting';

  constructor(drainSeconds: number) {
    this.#drainSeconds = drainSeconds;
  }

  /** Adds something that the service uses; what is not required is only reported. */
  dependOn(name: string, check: () => Promise<unknown>, { isRequired = true } = {}): void {
    this.#dependencies.push({ name, check, isRequired });
  }

  async report(): Promise<HealthReport> {
    const states = await Promise.all(
      this.#dependencies.map(async dependency => ({ ...dependency, isUp: await this.#isUp(dependency) })),
    );
    const dependencies = Object.fromEntries(states.map(({ name, isUp }) => [name, isUp ? 'up' : 'down'] as const));
    if (this.#phase !== 'running') {
      return { status: this.#phase, dependencies };
    }
    return { status: states.some(({ isRequired, isUp }) => isRequired && !isUp) ? 'failing' : 'ok', dependencies };
  }

  onApplicationBootstrap(): void {
    this.#phase = 'running';
  }

  /** The server closes after this: until then, requests that are still routed here are answered. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#phase = 'stopping';
    await after(this.#drainSeconds * 1000);
  }

  async #isUp({ name, check }: Dependency): Promise<boolean> {
    const timer = new AbortController();
    const timeout = after(PATIENCE_MILLISECONDS, undefined, { signal: timer.signal }).then(() => {
      throw new Error(`no answer within ${PATIENCE_MILLISECONDS} ms`);
    });
    try {
      await Promise.race([check(), timeout]);
      return true;
    } catch (error) {
      this.#logger.warn({ err: error, dependency: name }, 'A dependency is down');
      return false;
    } finally {
      timer.abort();
    }
  }
}
