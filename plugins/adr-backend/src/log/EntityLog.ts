import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  DecisionAccess,
  EntityDecisions,
} from '@groundwork/plugin-adr-common';
import type { OwnedDecision } from '../access/isDecisionOwner';
import type { MayRead } from '../access/ReadableEntities';
import type { DecisionReader, SummaryRow } from '../database/DecisionReader';
import type { ProposalStore } from '../database/ProposalStore';
import type { FolderRow } from '../database/rows';
import type { SourceStore, StoredSource } from '../database/SourceStore';
import { toOpenProposal } from './openProposals';
import { toSourceState } from './sourceState';
import { byDate, readList, toSummary } from './summaries';

/** Finds the decisions that concern an entity: its own, those of what it is part of, and those that name it. */
export class EntityLog {
  readonly #reader: DecisionReader;
  readonly #proposals: ProposalStore;
  readonly #sources: SourceStore;

  static create(options: {
    reader: DecisionReader;
    proposals: ProposalStore;
    sources: SourceStore;
  }): EntityLog {
    return new EntityLog(options);
  }

  private constructor(options: {
    reader: DecisionReader;
    proposals: ProposalStore;
    sources: SourceStore;
  }) {
    this.#reader = options.reader;
    this.#proposals = options.proposals;
    this.#sources = options.sources;
  }

  /** The decisions of an entity that the caller may read. */
  async of(
    entity: Entity,
    mayRead: MayRead,
    access: (decision: OwnedDecision) => DecisionAccess,
  ): Promise<EntityDecisions> {
    const ref = stringifyEntityRef(entity);
    const [folders, sources, proposals] = await Promise.all([
      this.#reader.listFolders(),
      this.#sources.list(),
      this.#proposals.list(),
    ]);
    const mine = folders.filter(folder =>
      readList(folder.entity_refs).includes(ref),
    );
    return {
      ...(await this.#find({ entity, ref, mine, sources, mayRead })),
      proposals: proposals
        .filter(
          ({ entityRef, source, folder }) =>
            mayRead(entityRef) &&
            (entityRef === ref || isIn(mine, { source_id: source, folder })),
        )
        .map(proposal => toOpenProposal(proposal, access)),
      sources: sources
        .filter(source => source.error && hasPlaceOf(source, ref))
        .map(toSourceState),
    };
  }

  async #find(options: {
    entity: Entity;
    ref: string;
    mine: FolderRow[];
    sources: readonly StoredSource[];
    mayRead: MayRead;
  }): Promise<Pick<EntityDecisions, 'own' | 'inherited' | 'affecting'>> {
    const { entity, ref, mine, sources, mayRead } = options;
    const owners = [...new Set(mine.map(({ entity_ref: owner }) => owner))];
    const [ownRows, parentRows, affectingRows] = await Promise.all([
      this.#reader.listOfEntities(owners),
      this.#reader.listOfEntities(parentsOf(entity)),
      this.#reader.listAffecting(),
    ]);
    const seen = new Set<string>();
    const take = (rows: SummaryRow[], fits: (row: SummaryRow) => boolean) => {
      const taken = rows.filter(
        row => !seen.has(row.id) && mayRead(row.entity_ref) && fits(row),
      );
      taken.forEach(({ id }) => seen.add(id));
      return taken.sort(byDate).map(toSummary);
    };
    return {
      own: take(ownRows, row => isIn(mine, row)),
      inherited: take(parentRows, row => !isIn(mine, row)),
      affecting: take(affectingRows, row => affects(row, ref, sources)),
    };
  }
}

function isIn(
  folders: readonly FolderRow[],
  at: { source_id: string; folder: string },
): boolean {
  return folders.some(
    ({ source_id: source, path }) =>
      source === at.source_id && path === at.folder,
  );
}

function hasPlaceOf({ plan }: StoredSource, ref: string): boolean {
  return plan.places.some(({ entityRef }) => entityRef === ref);
}

/** The system or domain that an entity is part of. */
function parentsOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_PART_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => /^(?:system|domain):/.test(ref));
}

/** A record names what it affects by reference, or by a path of its repository. */
function affects(
  row: SummaryRow,
  ref: string,
  sources: readonly StoredSource[],
): boolean {
  return readList(row.affects).some(
    value =>
      isSameRef(value, ref) ||
      sources
        .filter(({ plan }) => plan.id === row.source_id)
        .flatMap(({ plan }) => plan.places)
        .some(
          place => place.entityRef === ref && isBelow(value, place.directory),
        ),
  );
}

function isSameRef(value: string, ref: string): boolean {
  try {
    const parsed = parseEntityRef(value, {
      defaultKind: 'component',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return stringifyEntityRef(parsed) === ref;
  } catch {
    return false;
  }
}

/** `services/orders/**` is about the entity at home in `services/orders`. */
function isBelow(pattern: string, directory: string): boolean {
  const literal = pattern.replace(/[*?{[].*$/, '').replace(/\/+$/, '');
  return (
    directory !== '' &&
    pattern.includes('/') &&
    (literal === directory ||
      literal.startsWith(`${directory}/`) ||
      (literal !== '' && directory.startsWith(`${literal}/`)))
  );
}
