import type { RepositoryName } from '@groundwork/plugin-forge-common';
import {
  EMBEDDED_HOST_ID,
  type ChangedPath,
  type ForgeEvent,
  type ForgeEvents,
} from '@groundwork/plugin-forge-node';
import type { StoredChange } from '../changes/ChangeRecord';
import { ChangeStore } from '../changes/ChangeStore';
import { readCommit } from '../commits';
import { readDefaultBranch, readRefs, type RefSnapshot } from '../refs';
import {
  readAnnounced,
  writeAnnounced,
  type AnnouncedState,
} from './AnnouncedState';
import { fingerprintRefs } from './fingerprintRefs';
import { followBranches } from './followBranches';
import { listChangedPaths } from './listChangedPaths';

/**
 * Tells listeners what is new in a repository, whoever did it and how.
 *
 * @remarks
 * It compares the refs with what it told last, so a push that came while the portal was down, or an action that a kill cut
 * short, is told at the next start. Something may be told twice, and nothing is left out.
 */
export class Announcer {
  readonly #events: Pick<ForgeEvents, 'emit'>;
  #isQuiet = false;

  static create(options: { events: Pick<ForgeEvents, 'emit'> }): Announcer {
    return new Announcer(options.events);
  }

  private constructor(events: Pick<ForgeEvents, 'emit'>) {
    this.#events = events;
  }

  /** Says nothing until {@link speak}: what is not said is not forgotten. */
  hush(): void {
    this.#isQuiet = true;
  }

  /** Ends {@link hush}. */
  speak(): void {
    this.#isQuiet = false;
  }

  /** Tells what is new; one call at a time for a repository. */
  async announce(
    name: RepositoryName,
    directory: string,
    options: { by?: string } = {},
  ): Promise<void> {
    if (this.#isQuiet) {
      return;
    }
    const announced = await readAnnounced(directory);
    const fingerprint = await fingerprintRefs(directory);
    const before = new Map(Object.entries(announced?.refs ?? {}));
    const after = await readRefs(directory);
    const moves = { directory, before, after, by: options.by };
    const changes = await readFollowed(directory, announced, moves);
    const defaultBranch = await readDefaultBranch(directory);

    this.#emit(name, [
      ...(announced
        ? []
        : [{ type: 'repository', action: 'created' } as const]),
      ...(await describePushes(moves, `refs/heads/${defaultBranch}`)),
      ...(announced ? describeActions(announced, changes) : []),
    ]);
    await writeAnnounced(directory, {
      fingerprint,
      refs: Object.fromEntries(after),
      changes: { ...announced?.changes, ...summarize(changes) },
      head: await describeHead(
        directory,
        after.get(`refs/heads/${defaultBranch}`),
      ),
    });
  }

  /** Whether a repository may have moved without an announcement. */
  async isBehind(directory: string): Promise<boolean> {
    const announced = await readAnnounced(directory);
    return (
      !announced || announced.fingerprint !== (await fingerprintRefs(directory))
    );
  }

  /** Tells that a repository is gone. */
  announceRemoval(name: RepositoryName): void {
    this.#emit(name, [{ type: 'repository', action: 'removed' }]);
  }

  #emit(
    { namespace, name }: RepositoryName,
    happenings: readonly Happening[],
  ): void {
    for (const happening of happenings) {
      this.#events.emit({
        ...happening,
        host: EMBEDDED_HOST_ID,
        namespace,
        name,
      });
    }
  }
}

/** An event without the repository that it belongs to. */
type Happening<E extends ForgeEvent = ForgeEvent> = E extends ForgeEvent
  ? Omit<E, 'host' | 'namespace' | 'name'>
  : never;

/** Ended changes that were told of are not read: there may be thousands. */
async function readFollowed(
  directory: string,
  announced: AnnouncedState | undefined,
  moves: { directory: string; before: RefSnapshot; after: RefSnapshot },
): Promise<StoredChange[]> {
  const store = ChangeStore.create(directory);
  const ids = [...(await store.listIds())].filter(([number, id]) => {
    const known = announced?.changes[number];
    return !known || known.isOpen || known.id !== id;
  });
  const changes: StoredChange[] = [];
  for (const stored of await store.read(ids)) {
    changes.push(await followBranches(store, stored, moves));
  }
  return changes;
}

async function describePushes(
  {
    directory,
    before,
    after,
  }: { directory: string; before: RefSnapshot; after: RefSnapshot },
  defaultRef: string,
): Promise<Happening[]> {
  const moved = [...new Set([...after.keys(), ...before.keys()])]
    .filter(ref => after.get(ref) !== before.get(ref))
    // The default branch first: others may look at what it brings.
    .sort(
      (a, b) =>
        Number(b === defaultRef) - Number(a === defaultRef) || (a < b ? -1 : 1),
    );
  // Many branches at one commit are compared once.
  const compared = new Map<string, ChangedPath[]>();
  const events: Happening[] = [];
  for (const ref of moved) {
    const [from, to] = [before.get(ref), after.get(ref)];
    const key = `${from}..${to}`;
    const changedPaths =
      compared.get(key) ?? (await listChangedPaths(directory, from, to));
    compared.set(key, changedPaths);
    events.push({
      type: 'push',
      ref,
      isDefaultBranch: ref === defaultRef,
      before: from,
      after: to,
      changedPaths,
    });
  }
  return events;
}

function describeActions(
  announced: AnnouncedState,
  changes: readonly StoredChange[],
): Happening[] {
  return changes.flatMap(({ number, record }) =>
    record.actions
      .slice(announced.changes[number]?.actions ?? 0)
      .map(action => ({ type: 'change' as const, number, action })),
  );
}

function summarize(
  changes: readonly StoredChange[],
): AnnouncedState['changes'] {
  return Object.fromEntries(
    changes.map(({ number, id, record }) => [
      number,
      {
        id,
        actions: record.actions.length,
        ...(record.state === 'open' && { isOpen: true }),
      },
    ]),
  );
}

async function describeHead(
  directory: string,
  commit: string | undefined,
): Promise<AnnouncedState['head']> {
  return (
    (commit && {
      commit,
      committedAt: (await readCommit(directory, commit)).committedAt,
    }) ||
    undefined
  );
}
