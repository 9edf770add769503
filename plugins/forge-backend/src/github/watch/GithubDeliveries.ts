import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, isError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import type { GithubAnnouncements } from './GithubAnnouncements';
import { readDelivery, type Tidings } from './readDelivery';

/** GitHub can send a delivery again for three days; an attacker can for ever, but only what GitHub once sent. */
const MAX_REMEMBERED = 10_000;

/** One request of GitHub's webhook. */
export interface Delivery {
  /** `X-GitHub-Delivery` */
  id: string;
  /** `X-GitHub-Event` */
  event: string;
  /** `X-Hub-Signature-256` */
  signature: string;
  body: Buffer;
}

/** What became of a delivery. */
export type Reception = 'accepted' | 'ignored' | 'repeated';

/** Believes what is signed with the webhook's secret, once, and tells the listeners what it says. */
export class GithubDeliveries {
  readonly #announcements: GithubAnnouncements;
  readonly #logger: LoggerService;
  readonly #organizations: readonly string[];
  readonly #secret: string;
  /** By id and by signature: the id is not signed, so a repeated delivery can have another one. */
  readonly #seen = new LRUCache<string, true>({ max: 2 * MAX_REMEMBERED });

  static create(options: {
    announcements: GithubAnnouncements;
    logger: LoggerService;
    organizations: readonly string[];
    secret: string;
  }): GithubDeliveries {
    return new GithubDeliveries(options);
  }

  private constructor(options: {
    announcements: GithubAnnouncements;
    logger: LoggerService;
    organizations: readonly string[];
    secret: string;
  }) {
    this.#announcements = options.announcements;
    this.#logger = options.logger;
    this.#organizations = options.organizations;
    this.#secret = options.secret;
  }

  /** Checks a delivery and takes it; what it causes is not waited for, because GitHub waits ten seconds only. */
  receive(delivery: Delivery): Reception {
    checkSignature(delivery, this.#secret);
    const keys = [delivery.id, delivery.signature];
    if (keys.some(key => this.#seen.has(key))) {
      return 'repeated';
    }
    const tidings = readDelivery(delivery, this.#organizations);
    keys.forEach(key => this.#seen.set(key, true));
    if (!tidings) {
      return 'ignored';
    }
    void this.#tell(delivery, tidings);
    return 'accepted';
  }

  async #tell(delivery: Delivery, tidings: Tidings): Promise<void> {
    try {
      await this.#announce(tidings);
    } catch (error) {
      this.#logger.error(
        `The delivery ${delivery.id} of the GitHub webhook was not carried out; redeliver it on GitHub`,
        isError(error) ? error : undefined,
      );
      this.#seen.delete(delivery.id);
      this.#seen.delete(delivery.signature);
    }
  }

  async #announce(tidings: Tidings): Promise<void> {
    switch (tidings.type) {
      case 'ping':
        this.#logger.info('The GitHub webhook reaches the portal');
        break;
      case 'push':
        await this.#announcements.push(tidings.moved);
        break;
      case 'change':
        this.#announcements.change(
          tidings.name,
          tidings.number,
          tidings.action,
        );
        break;
      default:
        if (tidings.from) {
          const old = { ...tidings.name, name: tidings.from };
          this.#announcements.repository(old, 'removed');
        }
        this.#announcements.repository(tidings.name, tidings.action);
    }
  }
}

/** Compares in constant time, so that nobody finds the signature piece by piece. */
function checkSignature({ body, signature }: Delivery, secret: string): void {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature.replace(/^sha256=/, ''), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AuthenticationError(
      'The signature of the delivery is not that of the webhook secret in forge.github',
    );
  }
}
