import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { LintSettings } from '@groundwork/plugin-adr-common';
import type { Diff } from '@groundwork/plugin-forge-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { IndexWriter } from '../database/IndexWriter';
import type { SourceStore, StoredSource } from '../database/SourceStore';
import type { Snapshot, SourceReader } from '../sources/Snapshot';
import { buildIndex } from './buildIndex';
import type { Clock } from './Clock';
import { findMoves, type Move } from './findMoves';
import type { IndexedSource } from './IndexedSource';
import { KeyedQueue } from './KeyedQueue';

interface IndexRefresherOptions {
  sources: SourceReader;
  store: SourceStore;
  writer: IndexWriter;
  forge: ForgeService;
  lint: LintSettings;
  logger: LoggerService;
  clock: Clock;
  /** Called after something has changed. */
  onChange(): void;
}

/** Brings what is stored of a repository up to date; while it cannot be read, what was read last stays. */
export class IndexRefresher {
  readonly #options: IndexRefresherOptions;
  readonly #queue = new KeyedQueue();
  readonly #reported = new Map<string, string>();

  static create(options: IndexRefresherOptions): IndexRefresher {
    return new IndexRefresher(options);
  }

  private constructor(options: IndexRefresherOptions) {
    this.#options = options;
  }

  /** Reads a source again, unless nothing has changed; never throws. */
  refresh(id: string): Promise<void> {
    return this.#queue.join(id, async () => {
      const { store, clock } = this.#options;
      const source = await store.find(id);
      if (!source) return;
      try {
        const hasChanged = await this.#read(source);
        if (!hasChanged) await store.noteUnchanged(id, clock.now());
        this.#reported.delete(id);
      } catch (error) {
        await this.#fail(id, error);
      }
    });
  }

  async #read(source: StoredSource): Promise<boolean> {
    const { sources, writer, clock, store, onChange } = this.#options;
    const { plan } = source;
    const today = clock.today();
    const snapshot = await sources.read(plan, {
      // Some rules depend on the day, so the records are checked again on each.
      fingerprint: source.checkedOn === today ? source.fingerprint : undefined,
      loadTexts: () => writer.listTexts(plan.id),
    });
    if (!snapshot) return false;
    const { lint, forge } = this.#options;
    const indexed = await buildIndex(snapshot, {
      source: plan.id,
      today,
      lint,
      forge,
    });
    const moves = await this.#findMoves(source, snapshot, indexed);
    const { fingerprint, commit } = snapshot;
    await writer.replace(plan.id, indexed, {
      moves,
      also: knex =>
        store.noteRead(
          plan.id,
          { fingerprint, commit, checkedOn: today, at: clock.now() },
          knex,
        ),
    });
    onChange();
    return true;
  }

  async #findMoves(
    source: StoredSource,
    snapshot: Snapshot,
    indexed: IndexedSource,
  ): Promise<Move[]> {
    const before = await this.#options.writer.listMovable(source.plan.id);
    const after = indexed.decisions.map(({ row: { path, title, blob } }) => ({
      path,
      title,
      blob: blob ?? undefined,
    }));
    const present = new Set(after.map(({ path }) => path));
    return before.every(({ path }) => present.has(path))
      ? []
      : findMoves(before, after, await this.#diff(source, snapshot));
  }

  /** Git knows renames that changed a little; without it, content and title have to do. */
  async #diff(
    { plan, commit }: StoredSource,
    snapshot: Snapshot,
  ): Promise<Diff | undefined> {
    const { location } = plan;
    if (location.kind !== 'forge' || !commit || !snapshot.commit) {
      return undefined;
    }
    const { forge, logger } = this.#options;
    try {
      return await forge
        .getHost(location.host)
        .diff(location, { from: commit, to: snapshot.commit });
    } catch (error) {
      logger.debug(
        `Renames of ${plan.id} are found without Git: ${describe(error)}`,
      );
      return undefined;
    }
  }

  async #fail(id: string, error: unknown): Promise<void> {
    const { store, clock, logger } = this.#options;
    const reason = describe(error);
    await store.noteFailure(id, reason, clock.now());
    if (this.#reported.get(id) !== reason) {
      this.#reported.set(id, reason);
      logger.warn(
        `The decisions of ${id} could not be read, what was read last is kept: ${reason}`,
      );
    }
  }
}

function describe(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
