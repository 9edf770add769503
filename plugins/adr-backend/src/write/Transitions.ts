import { ConflictError, InputError } from '@backstage/errors';
import {
  addSupersedes,
  changeStatus,
  padNumber,
  parseDecision,
  supersededBy,
  type DecisionStatus,
  type LinkedDecision,
  type OpenedChange,
  type ParsedDecision,
} from '@groundwork/plugin-adr-common';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import type { SourcePlan } from '../sources/SourcePlan';
import type { ChangeWriter, OpenRepository } from './ChangeWriter';

/** What somebody decides about a record. */
export const VERDICTS = [
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
] as const;

/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];

/** From which status a verdict leads on. */
const FROM: Record<Verdict, readonly DecisionStatus[]> = {
  accepted: ['draft', 'proposed', 'unknown', 'rejected'],
  rejected: ['draft', 'proposed', 'unknown'],
  deprecated: ['accepted', 'unknown'],
  superseded: ['accepted', 'deprecated', 'unknown'],
};

const VERBS: Record<Verdict, string> = {
  accepted: 'accept',
  rejected: 'reject',
  deprecated: 'deprecate',
  superseded: 'supersede',
};

/** A verdict on a record, and what it needs. */
export interface TransitionOptions {
  plan: SourcePlan;
  path: string;
  verdict: Verdict;
  /** `YYYY-MM-DD` */
  date: string;
  /** Paths of the records that this one supersedes, in the same repository. */
  supersedes: string[];
  /** The path of the record that replaces this one. */
  successor?: string;
  actor: Actor;
}

/** Changes the status of records: small changes, in which both ends of a supersession are one commit. */
export class Transitions {
  readonly #changes: ChangeWriter;

  static create(options: { changes: ChangeWriter }): Transitions {
    return new Transitions(options.changes);
  }

  private constructor(changes: ChangeWriter) {
    this.#changes = changes;
  }

  /** Opens a change with the verdict on a record of the default branch. */
  async decide(options: TransitionOptions): Promise<OpenedChange> {
    const { plan, path, verdict, actor } = options;
    const repository = await this.#changes.open(plan);
    const { edits, record } = await this.#createEdits(
      repository,
      repository.head,
      options,
    );
    const change = await this.#changes.propose(repository, {
      title: titleOf(record, verdict),
      description: describe(record, options),
      edits,
      actor,
    });
    return {
      change: change.number,
      changeUrl: change.url,
      path,
      number: record.number,
    };
  }

  /** Adds the verdict to the open change that proposes the record. */
  async decideInChange(
    options: TransitionOptions & { change: number },
  ): Promise<OpenedChange> {
    const { plan, path, verdict, actor } = options;
    const repository = await this.#changes.open(plan);
    const { host, name } = repository;
    const location = { ...name, number: options.change };
    const { head, state } = await host.getChange(location);
    if (state !== 'open') {
      throw new ConflictError(`Change ${options.change} is ${state}`);
    }
    const { edits, record } = await this.#createEdits(
      repository,
      head,
      options,
    );
    const change = await host.updateChange({
      ...location,
      edits,
      message: titleOf(record, verdict),
      expectedHead: head,
      actor,
    });
    return {
      change: change.number,
      changeUrl: change.url,
      path,
      number: record.number,
    };
  }

  async #createEdits(
    repository: OpenRepository,
    revision: string,
    options: TransitionOptions,
  ): Promise<{ edits: FileEdit[]; record: ParsedDecision }> {
    const { path, verdict, date, successor } = options;
    const text = await this.#changes.readText(repository, path, revision);
    const record = parseDecision({ path, text });
    requireStatus(record, verdict);
    const edits = new Map<string, string>();
    if (verdict === 'superseded') {
      const next = await this.#readSuccessor(repository, revision, successor);
      const status = supersededBy(next.record, record);
      edits.set(path, changeStatus(text, { status, date }));
      if (!next.names(path)) {
        edits.set(
          next.record.path,
          addSupersedes(next.text, next.record, record),
        );
      }
    } else {
      edits.set(path, changeStatus(text, { status: verdict, date }));
    }
    if (verdict === 'accepted') {
      for (const old of options.supersedes) {
        const before = await this.#changes.readText(repository, old, revision);
        const status = supersededBy(
          record,
          parseDecision({ path: old, text: before }),
        );
        edits.set(old, changeStatus(before, { status, date }));
      }
    }
    return {
      record,
      edits: [...edits].map(([file, content]) => ({ path: file, content })),
    };
  }

  async #readSuccessor(
    repository: OpenRepository,
    revision: string,
    path: string | undefined,
  ): Promise<{
    record: ParsedDecision;
    text: string;
    names(path: string): boolean;
  }> {
    if (!path) {
      throw new InputError('Name the decision that replaces this one');
    }
    const text = await this.#changes.readText(repository, path, revision);
    const record = parseDecision({ path, text });
    if (record.status !== 'accepted') {
      throw new InputError(
        `'${record.title}' is ${record.status}. Let it say that it supersedes this decision; accepting it then changes both`,
      );
    }
    return {
      record,
      text,
      names: old =>
        record.references.some(
          ({ type, target }) =>
            type === 'supersedes' &&
            target.includes(old.slice(old.lastIndexOf('/') + 1)),
        ),
    };
  }
}

function requireStatus(
  { status, title }: ParsedDecision,
  verdict: Verdict,
): void {
  if (!FROM[verdict].includes(status)) {
    throw new ConflictError(
      `'${title}' is ${status}, so it cannot be ${verdict}; only what is ${FROM[
        verdict
      ].join(' or ')} can`,
    );
  }
}

function titleOf(
  { number, title }: Pick<LinkedDecision, 'number' | 'title'>,
  verdict: Verdict,
): string {
  const name = number === undefined ? 'Decision' : `ADR ${padNumber(number)}`;
  return `${name}: ${VERBS[verdict]} “${title}”`.slice(0, 255);
}

function describe(record: ParsedDecision, options: TransitionOptions): string {
  const { verdict, path, supersedes, successor } = options;
  return [
    `${path} becomes ${verdict}.`,
    ...(verdict === 'accepted' && supersedes.length > 0
      ? [
          `With it these become superseded:\n\n${supersedes
            .map(old => `- ${old}`)
            .join('\n')}`,
        ]
      : []),
    ...(successor ? [`${successor} replaces it.`] : []),
    ...(record.status === 'unknown' ? ['It had no status before.'] : []),
  ].join('\n\n');
}
