import { seriesOf, type DecisionFormat } from '@groundwork/plugin-adr-common';
import type { DecisionReader, SummaryRow } from '../database/DecisionReader';
import type { SourceStore } from '../database/SourceStore';
import { readList } from '../log/summaries';
import type { SourcePlan } from '../sources/SourcePlan';
import { requirePlan, type ProposalTarget } from './Proposals';

/** A place for new records, and how the ones that are there are written. */
export interface FoundPlace extends ProposalTarget {
  isNew: boolean;
  format: DecisionFormat;
  records: SummaryRow[];
}

/** Where new records go when an entity has none yet. */
const NEW_FOLDER = 'docs/adr';

/** Finds out where a new decision about an entity belongs, and in which form. */
export class ProposalPlaces {
  readonly #reader: DecisionReader;
  readonly #sources: SourceStore;

  static create(options: {
    reader: DecisionReader;
    sources: SourceStore;
  }): ProposalPlaces {
    return new ProposalPlaces(options.reader, options.sources);
  }

  private constructor(reader: DecisionReader, sources: SourceStore) {
    this.#reader = reader;
    this.#sources = sources;
  }

  /** The folder of the entity; the one that it shares, if it has none of its own; or else a new one where it is at home. */
  async find(entityRef: string): Promise<FoundPlace> {
    const sources = await this.#sources.list();
    const folders = await this.#reader.listFolders();
    const folder =
      folders.find(candidate => candidate.entity_ref === entityRef) ??
      folders.find(candidate =>
        readList(candidate.entity_refs).includes(entityRef),
      );
    if (folder) {
      const source = sources.find(({ plan }) => plan.id === folder.source_id);
      const plan = requirePlan(source?.plan, entityRef);
      const rows = await this.#reader.listWhere({ source_id: plan.id });
      const records = rows.filter(row => row.folder === folder.path);
      return { plan, isNew: false, records, ...habitsOf(records, folder.path) };
    }
    const source = sources.find(({ plan }) =>
      plan.places.some(place => place.entityRef === entityRef),
    );
    const plan = requirePlan(source?.plan, entityRef);
    return {
      plan,
      isNew: true,
      records: [],
      folder: newFolder(plan, entityRef),
      naming: 'number',
      format: 'madr-4',
    };
  }
}

function newFolder(plan: SourcePlan, entityRef: string): string {
  const place = plan.places.find(({ entityRef: ref }) => ref === entityRef);
  const [named] = place?.folders ?? [];
  const directory = place?.directory ? `${place.directory}/` : '';
  return named ?? `${directory}${NEW_FOLDER}`;
}

function mostCommon<T>(values: T[], fallback: T): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? fallback;
}

/** New records follow what most of the others do; the first of a log is no example, it is often written by a tool. */
function habitsOf(
  records: SummaryRow[],
  folder: string,
): Pick<FoundPlace, 'folder' | 'naming' | 'format'> {
  const numbered = records.filter(({ number }) => number !== null).length;
  return {
    folder: mostCommon(
      records.map(({ path }) => seriesOf(path)),
      folder,
    ),
    naming: numbered * 2 >= records.length ? 'number' : 'date',
    // Written by the index.
    format: mostCommon(
      records.map(({ format }) => format as DecisionFormat),
      'madr-4',
    ),
  };
}
