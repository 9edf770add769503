import { NotFoundError } from '@backstage/errors';
import type { Signature } from '@groundwork/plugin-forge-common';
import { git, gitForResult } from '../git';
import { readRawRefs } from '../rawRefs';
import { CHANGE_REFS, updateRefs, type RefUpdate } from '../refs';
import { writeCommit } from '../writeCommit';
import {
  changeRecordSchema,
  type ChangeRecord,
  type StoredChange,
} from './ChangeRecord';

/** The file that the commit of a record has. */
const FILE = 'change.json';

/** Another proposal may take a number first, from outside this process even. */
const MAX_ATTEMPTS = 10;

/** Who writes records that follow a push. */
const FORGE: Signature = {
  name: 'Groundwork',
  email: 'forge@groundwork.internal',
};

/** Whose doing a new record is, and in which transaction it is written. */
export interface SaveOptions {
  by?: Signature;
  /** Refs that move with the record, before it. */
  updates?: readonly RefUpdate[];
}

/**
 * Keeps the changes of one repository below hidden refs.
 *
 * @remarks
 * Each record is a commit on top of the one before and of the head that it speaks of, so that nothing a reviewer has seen
 * is lost when its branch is.
 */
export class ChangeStore {
  readonly #directory: string;

  static create(directory: string): ChangeStore {
    return new ChangeStore(directory);
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** The commits that hold the records, by number. */
  async listIds(): Promise<ReadonlyMap<number, string>> {
    const refs = await readRawRefs(this.#directory, [CHANGE_REFS]);
    return new Map(
      [...refs].map(([ref, id]) => [
        Number(ref.slice(CHANGE_REFS.length + 1)),
        id,
      ]),
    );
  }

  /** Every change, newest first. */
  async list(): Promise<StoredChange[]> {
    const ids = await this.listIds();
    return this.read([...ids].sort(([a], [b]) => b - a));
  }

  /** The records that some commits hold. */
  async read(
    ids: readonly (readonly [number: number, id: string])[],
  ): Promise<StoredChange[]> {
    if (ids.length === 0) {
      return [];
    }
    const { stdout } = await gitForResult(
      this.#directory,
      ['cat-file', '--batch'],
      { input: ids.map(([, id]) => `${id}:${FILE}\n`).join('') },
    );
    let at = 0;
    return ids.map(([number, id]) => {
      const end = stdout.indexOf('\n', at);
      const size = Number(stdout.toString('latin1', at, end).split(' ')[2]);
      const text = stdout.toString('utf8', end + 1, end + 1 + size);
      at = end + 1 + size + 1;
      return { number, id, record: changeRecordSchema.parse(JSON.parse(text)) };
    });
  }

  /** One change; throws a `NotFoundError`. */
  async get(number: number): Promise<StoredChange> {
    const id = (await this.listIds()).get(number);
    if (!id) {
      throw new NotFoundError(`There is no change ${number}`);
    }
    return (await this.read([[number, id]]))[0];
  }

  /** Takes the next free number. */
  async add(
    record: ChangeRecord,
    { by, updates = [] }: SaveOptions,
  ): Promise<StoredChange> {
    const id = await this.#write(record, { by });
    for (let attempt = 1; ; attempt++) {
      const taken = [...(await this.listIds()).keys()];
      const number = Math.max(0, ...taken) + 1;
      const ref = { ref: changeRef(number), before: undefined, after: id };
      try {
        await updateRefs(this.#directory, [...updates, ref]);
        return { number, id, record };
      } catch (error) {
        const isTaken = (await this.listIds()).has(number);
        if (!isTaken || attempt === MAX_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /** Replaces a record; a conflict when it is not the one that was read. */
  async save(
    { number, id }: Pick<StoredChange, 'number' | 'id'>,
    record: ChangeRecord,
    { by, updates = [] }: SaveOptions = {},
  ): Promise<StoredChange> {
    const next = await this.#write(record, { by, before: id });
    await updateRefs(this.#directory, [
      ...updates,
      { ref: changeRef(number), before: id, after: next },
    ]);
    return { number, id: next, record };
  }

  async #write(
    record: ChangeRecord,
    { by = FORGE, before }: { by?: Signature; before?: string },
  ): Promise<string> {
    const blob = await git(this.#directory, ['hash-object', '-w', '--stdin'], {
      input: `${JSON.stringify(record, undefined, 2)}\n`,
    });
    const tree = await git(this.#directory, ['mktree', '-z'], {
      input: `100644 blob ${blob.trim()}\t${FILE}\0`,
    });
    return writeCommit(this.#directory, {
      tree: tree.trim(),
      parents: [...(before ? [before] : []), record.head],
      message: `${record.actions.at(-1)}: ${record.title}`,
      author: by,
    });
  }
}

function changeRef(number: number): string {
  return `${CHANGE_REFS}/${number}`;
}
