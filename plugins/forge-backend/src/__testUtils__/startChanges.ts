import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change, Commit } from '@groundwork/plugin-forge-common';
import type {
  ChangeLocation,
  FileEdit,
  OpenChangeOptions,
} from '@groundwork/plugin-forge-node';
import {
  createOrders,
  createTestHost,
  DANA,
  FINN,
  ORDERS,
  type TestHost,
} from './createTestHost';
import { gitClient } from './gitClient';

/** A repository to propose changes of, and short words for what people do there. */
export interface TestChanges extends TestHost {
  /** The first commit. */
  start: string;
  /** The bare repository. */
  bare: string;
  /** Opens a change as Dana; an edit of the README unless told otherwise. */
  propose(options?: Partial<OpenChangeOptions>): Promise<Change>;
  at(number: number): ChangeLocation;
  /** Merges as Dana. */
  merge(change: Pick<Change, 'number' | 'head'>): Promise<Change>;
  /** What listeners were told about changes. */
  actions(): string[];
  /** Commits on a branch as Finn. */
  commitTo(branch: string, edit: FileEdit): Promise<Commit>;
  clone(): Promise<string>;
  /** Pushes, as whoever is named. */
  push(clone: string, refs: string[], by?: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a host with `acme/orders`. */
export async function startChanges(): Promise<TestChanges> {
  const forge = await createTestHost();
  const { host, events } = forge;
  const work = await mkdtemp(join(tmpdir(), 'forge-work-'));
  const start = await createOrders(forge);
  events.length = 0;
  const bare = join(forge.directory, 'acme/orders.git');
  const at = (number: number) => ({ ...ORDERS, number });
  return {
    ...forge,
    start,
    bare,
    at,
    propose: options =>
      host.openChange({
        ...ORDERS,
        title: 'Name the organisation',
        edits: [{ path: 'README.md', content: '# Orders of Acme\n' }],
        actor: DANA,
        ...options,
      }),
    merge: ({ number, head }) =>
      host.mergeChange({ ...at(number), expectedHead: head, actor: DANA }),
    actions: () =>
      events.flatMap(event =>
        event.type === 'change' ? [`${event.number} ${event.action}`] : [],
      ),
    async commitTo(branch, edit) {
      const location = { ...ORDERS, revision: branch };
      return host.commit({
        ...ORDERS,
        branch,
        expectedHead: await host.resolveRevision(location),
        message: `Edit ${edit.path}`,
        edits: [edit],
        actor: FINN,
      });
    },
    async clone() {
      await gitClient(['clone', '-q', bare, 'clone'], work);
      return join(work, 'clone');
    },
    async push(clone, refs, by) {
      await gitClient(['push', '-q', 'origin', ...refs], clone);
      await host.announcePush(ORDERS, { by });
    },
    async close() {
      expect(forge.logger.error.mock.calls).toEqual([]);
      await forge.remove();
      await rm(work, { recursive: true });
    },
  };
}
