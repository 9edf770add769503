import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ScaffolderDryRunResponse,
  TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** The largest template takes two seconds; whoever waits for half a minute has given up. */
const TIMEOUT_MS = 30_000;

/** A template that asks for what is not there, or what may not be, is wrong itself. */
const REFUSALS = [
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
];

/** Has the scaffolder make a dry run as the portal. */
export class DryRuns {
  readonly #auth: AuthService;
  readonly #scaffolder: ScaffolderService;
  readonly #timeoutMs: number;

  static create(options: {
    auth: AuthService;
    scaffolder: ScaffolderService;
    timeoutMs?: number;
  }): DryRuns {
    return new DryRuns(options);
  }

  private constructor(options: {
    auth: AuthService;
    scaffolder: ScaffolderService;
    timeoutMs?: number;
  }) {
    this.#auth = options.auth;
    this.#scaffolder = options.scaffolder;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** Runs the template without consequences; refused with the reason when it cannot be rendered. */
  async run(request: {
    template: TemplateEntityV1beta3;
    values: JsonObject;
    secrets: Record<string, string>;
  }): Promise<ScaffolderDryRunResponse> {
    const abort = new AbortController();
    const timeout = sleep(this.#timeoutMs, undefined, {
      signal: abort.signal,
    }).then(() => {
      throw new ServiceUnavailableError(
        `The plan took longer than ${this.#timeoutMs / 1000} s`,
      );
    });
    try {
      return await Promise.race([this.#run(request), timeout]);
    } finally {
      abort.abort();
      await timeout.catch(() => undefined);
    }
  }

  async #run(request: {
    template: TemplateEntityV1beta3;
    values: JsonObject;
    secrets: Record<string, string>;
  }): Promise<ScaffolderDryRunResponse> {
    try {
      return await this.#scaffolder.dryRun(
        { ...request, directoryContents: [] },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
    } catch (error) {
      // The client wraps what the scaffolder answered.
      const cause =
        isError(error) && isError(error.cause) ? error.cause : error;
      if (isError(cause) && REFUSALS.includes(cause.name)) {
        throw new InputError(
          `The template cannot be rendered: ${cause.message}`,
        );
      }
      throw new ForwardedError('The dry run of the template failed', cause);
    }
  }
}
