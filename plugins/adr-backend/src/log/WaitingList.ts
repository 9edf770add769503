import type {
  NamedPerson,
  WaitingDecision,
} from '@groundwork/plugin-adr-common';
import type { MayRead } from '../access/ReadableEntities';
import type { DecisionReader } from '../database/DecisionReader';
import type { ProposalStore } from '../database/ProposalStore';
import type { PeopleDirectory } from './PeopleDirectory';
import { compare, readList, toSummary } from './summaries';

interface Candidate {
  decision: Omit<WaitingDecision, 'reason'>;
  ownerRef?: string;
  decisionMakers: string[];
}

/** Finds what waits for somebody to decide. */
export class WaitingList {
  readonly #reader: DecisionReader;
  readonly #proposals: ProposalStore;
  readonly #people: PeopleDirectory;

  static create(options: {
    reader: DecisionReader;
    proposals: ProposalStore;
    people: PeopleDirectory;
  }): WaitingList {
    return new WaitingList(options);
  }

  private constructor(options: {
    reader: DecisionReader;
    proposals: ProposalStore;
    people: PeopleDirectory;
  }) {
    this.#reader = options.reader;
    this.#proposals = options.proposals;
    this.#people = options.people;
  }

  /** The oldest first: it has waited longest. */
  async of(
    ownershipEntityRefs: readonly string[],
    mayRead: MayRead,
  ): Promise<WaitingDecision[]> {
    const claims = new Set(
      ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    );
    const candidates = [
      ...(await this.#proposed()),
      ...(await this.#inChanges()),
    ].filter(({ decision }) => mayRead(decision.entityRef));
    const waiting: WaitingDecision[] = [];
    for (const { decision, ownerRef, decisionMakers } of candidates) {
      const named = await this.#people.find(decisionMakers);
      const reason = reasonFor(named, ownerRef, claims);
      if (reason) waiting.push({ ...decision, reason });
    }
    return waiting.sort((a, b) => compare(a.date ?? '', b.date ?? ''));
  }

  async #proposed(): Promise<Candidate[]> {
    const rows = await this.#reader.listWhere({ status: 'proposed' });
    return rows.map(row => {
      const { id, source, path, number, title, date, entityRef } =
        toSummary(row);
      return {
        decision: { id, source, path, number, title, date, entityRef },
        ownerRef: row.owner_ref ?? undefined,
        decisionMakers: readList(row.people),
      };
    });
  }

  async #inChanges(): Promise<Candidate[]> {
    const proposals = await this.#proposals.list();
    return proposals
      .filter(({ status }) => status === 'proposed')
      .map(proposal => {
        const { ownerRef, decisionMakers, ...rest } = proposal;
        const { id, source, path, number, title, date, entityRef } = rest;
        const { change, changeUrl } = rest;
        const decision = { id, source, path, number, title, date, entityRef };
        return {
          decision: { ...decision, change, changeUrl },
          ownerRef,
          decisionMakers,
        };
      });
  }
}

/** Whoever is named decides; when nobody whom the catalog knows is named, the owner does. */
function reasonFor(
  named: readonly NamedPerson[],
  ownerRef: string | undefined,
  claims: ReadonlySet<string>,
): WaitingDecision['reason'] | undefined {
  const known = named.flatMap(({ entityRef }) => entityRef ?? []);
  if (known.length > 0) {
    return known.some(ref => claims.has(ref)) ? 'named' : undefined;
  }
  return ownerRef && claims.has(ownerRef) ? 'owner' : undefined;
}
