import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import {
  linkLabel,
  padNumber,
  renderDecision,
  slugOf,
  type DecisionDraft,
  type LinkedDecision,
  type OpenedChange,
} from '@groundwork/plugin-adr-common';
import type { Actor } from '@groundwork/plugin-forge-node';
import type { ProposalStore } from '../database/ProposalStore';
import type { ProposalRefresher } from '../index/ProposalRefresher';
import { KeyedQueue } from '../index/KeyedQueue';
import type { SourcePlan } from '../sources/SourcePlan';
import type { ChangeWriter, OpenRepository } from './ChangeWriter';
import { nextNumber, readTakenNames, type TakenNames } from './takenNumbers';

/** Where a new record goes. */
export interface ProposalTarget {
  plan: SourcePlan;
  folder: string;
  naming: 'number' | 'date';
}

/** Others may be given numbers at the same moment; a repository in which this many fail has another problem. */
const MAX_ATTEMPTS = 25;

interface NamedRecord {
  path: string;
  number?: number;
  branch: string;
}

/**
 * Opens changes with new records.
 *
 * @remarks
 * A number is taken by creating the branch that is named after it, which Git does for one of two people only. Whoever
 * comes second is given the next one. So no number is ever that of another record or of an open change, even with
 * several processes and with people who propose at the same moment.
 */
export class Proposals {
  readonly #changes: ChangeWriter;
  readonly #store: ProposalStore;
  readonly #refresher: ProposalRefresher;
  readonly #queue = new KeyedQueue();

  static create(options: {
    changes: ChangeWriter;
    store: ProposalStore;
    refresher: ProposalRefresher;
  }): Proposals {
    return new Proposals(options);
  }

  private constructor(options: {
    changes: ChangeWriter;
    store: ProposalStore;
    refresher: ProposalRefresher;
  }) {
    this.#changes = options.changes;
    this.#store = options.store;
    this.#refresher = options.refresher;
  }

  /** The number that the next record would be given now. */
  async nextNumber({ plan, folder }: ProposalTarget): Promise<number> {
    const repository = await this.#changes.open(plan);
    const proposals = await this.#store.list([plan.id]);
    const taken = await readTakenNames(repository, folder, proposals);
    return nextNumber(taken.numbers);
  }

  /** Opens a change that adds the record. */
  async propose(
    target: ProposalTarget,
    draft: DecisionDraft,
    options: { date: string; supersedes: LinkedDecision[]; actor: Actor },
  ): Promise<OpenedChange> {
    const opened = await this.#queue.run(target.plan.id, () =>
      this.#tryNames(target, draft, options),
    );
    await this.#refresher.refresh(target.plan.id);
    return opened;
  }

  async #tryNames(
    target: ProposalTarget,
    draft: DecisionDraft,
    options: { date: string; supersedes: LinkedDecision[]; actor: Actor },
  ): Promise<OpenedChange> {
    const { plan, folder } = target;
    await this.#refresher.refresh(plan.id);
    const repository = await this.#changes.open(plan);
    const taken = await readTakenNames(
      repository,
      folder,
      await this.#store.list([plan.id]),
    );
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const named = nameRecord(target, {
        title: draft.title,
        date: options.date,
        taken,
      });
      try {
        return await this.#open(repository, { draft, named, ...options });
      } catch (error) {
        if (!isError(error) || error.name !== 'ConflictError') throw error;
        if (named.number !== undefined) taken.numbers.add(named.number);
        taken.paths.add(named.path);
      }
    }
    throw new ConflictError(
      `No free number was found in ${folder} of ${plan.id}; delete branches that begin with adr/ and are no longer needed`,
    );
  }

  async #open(
    repository: OpenRepository,
    proposal: {
      draft: DecisionDraft;
      named: NamedRecord;
      date: string;
      supersedes: LinkedDecision[];
      actor: Actor;
    },
  ): Promise<OpenedChange> {
    const { draft, named, date, supersedes, actor } = proposal;
    const { path, number, branch } = named;
    const content = renderDecision(draft, { path, number, date, supersedes });
    const change = await this.#changes.propose(repository, {
      title: titleOf(draft.title, number),
      description: describe(draft, supersedes),
      sourceBranch: branch,
      edits: [{ path, content }],
      actor,
    });
    return {
      change: change.number,
      changeUrl: change.url,
      path,
      ...(number !== undefined && { number }),
    };
  }
}

function titleOf(title: string, number: number | undefined): string {
  const prefix = number === undefined ? 'Decision' : `ADR ${padNumber(number)}`;
  return `${prefix}: ${title}`.slice(0, 255);
}

function describe(draft: DecisionDraft, supersedes: LinkedDecision[]): string {
  const replaced = supersedes.map(
    decision => `- ${linkLabel({ ...decision, format: 'nygard' })}`,
  );
  return [
    `Proposes a decision: ${draft.title}`,
    ...(replaced.length > 0
      ? [
          'Once it is accepted, it supersedes these, which stay in force until then:',
          replaced.join('\n'),
        ]
      : []),
  ].join('\n\n');
}

function nameRecord(
  { folder, naming }: ProposalTarget,
  options: { title: string; date: string; taken: TakenNames },
): NamedRecord {
  const { title, date, taken } = options;
  const directory = folder ? `${folder}/` : '';
  const place = slugOf(folder || 'root');
  const slug = slugOf(title);
  if (naming === 'number') {
    const number = nextNumber(taken.numbers);
    const digits = padNumber(number, taken.width);
    return {
      number,
      path: `${directory}${digits}-${slug}.md`,
      branch: `adr/${place}/${digits}`,
    };
  }
  const day = date.replaceAll('-', '');
  for (let count = 1; ; count += 1) {
    const name = `${day}-${slug}${count > 1 ? `-${count}` : ''}`;
    const path = `${directory}${name}.md`;
    if (!taken.paths.has(path)) {
      return { path, branch: `adr/${place}/${name}` };
    }
  }
}

/** The plan of the source that an entity is at home in. */
export function requirePlan(
  plan: SourcePlan | undefined,
  entityRef: string,
): SourcePlan {
  if (!plan) {
    throw new NotFoundError(
      `The portal knows no repository of ${entityRef}; its catalog entry needs a source location`,
    );
  }
  return plan;
}
