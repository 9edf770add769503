import type { OnApplicationShutdown } from '@nestjs/common';

/** Traces that go somewhere; what is left is sent when the application ends. */
export class Tracing implements OnApplicationShutdown {
  readonly #provider: { shutdown(): Promise<void> };

  constructor(provider: { shutdown(): Promise<void> }) {
    this.#provider = provider;
  }

  onApplicationShutdown(): Promise<void> {
    return this.#provider.shutdown();
  }
}
