import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  mayBeRecord,
  readFolder,
  RecordIndex,
  type IndexedRecord,
  type ParsedDecision,
} from '@groundwork/plugin-adr-common';
import type { Change } from '@groundwork/plugin-forge-common';
import type { ForgeHost, ForgeService } from '@groundwork/plugin-forge-node';
import type { DecisionReader } from '../database/DecisionReader';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import type { SourceStore } from '../database/SourceStore';
import { decisionId } from '../digest';
import { findFolders, folderOf } from '../sources/findFolders';
import type { SourcePlan } from '../sources/SourcePlan';
import { KeyedQueue } from './KeyedQueue';

interface ProposalRefresherOptions {
  forge: ForgeService;
  sources: SourceStore;
  proposals: ProposalStore;
  reader: DecisionReader;
  logger: LoggerService;
  onChange(): void;
}

/** Knows which decisions open changes propose, so that they can be seen and their numbers are not given again. */
export class ProposalRefresher {
  readonly #options: ProposalRefresherOptions;
  readonly #queue = new KeyedQueue();

  static create(options: ProposalRefresherOptions): ProposalRefresher {
    return new ProposalRefresher(options);
  }

  private constructor(options: ProposalRefresherOptions) {
    this.#options = options;
  }

  /** Looks at the open changes of a source; never throws. */
  refresh(id: string): Promise<void> {
    return this.#queue.join(id, async () => {
      const source = await this.#options.sources.find(id);
      if (source?.plan.location.kind !== 'forge') return;
      try {
        await this.#read(source.plan);
      } catch (error) {
        this.#options.logger.warn(
          `The open changes of ${id} could not be read: ${
            isError(error) ? error.message : String(error)
          }`,
        );
      }
    });
  }

  async #read(plan: SourcePlan): Promise<void> {
    const { forge, proposals, onChange } = this.#options;
    if (plan.location.kind !== 'forge') return;
    const host = forge.getHost(plan.location.host);
    const { namespace, name } = plan.location;
    const changes = await host.listChanges({ namespace, name, state: 'open' });
    const known = await proposals.list([plan.id]);
    const records = await this.#listRecords(plan.id);
    const found: StoredProposal[] = [];
    for (const change of changes) {
      const same = known.filter(
        ({ change: number, head }) =>
          number === change.number && head === change.head,
      );
      found.push(
        ...(same.length > 0
          ? same
          : await readChange(host, plan, { change, records })),
      );
    }
    await proposals.replace(plan.id, found);
    onChange();
  }

  /** What a proposal may say that it supersedes. */
  async #listRecords(source: string): Promise<IndexedRecord[]> {
    const rows = await this.#options.reader.listWhere({ source_id: source });
    return rows.map(({ path, title, number }) => ({
      path,
      title,
      number: number ?? undefined,
    }));
  }
}

async function readChange(
  host: ForgeHost,
  plan: SourcePlan,
  { change, records }: { change: Change; records: IndexedRecord[] },
): Promise<StoredProposal[]> {
  const { location } = plan;
  if (location.kind !== 'forge') return [];
  const { namespace, name } = location;
  const { files } = await host.diffChange({
    namespace,
    name,
    number: change.number,
  });
  const added = files.filter(
    ({ status, path }) =>
      (status === 'added' || status === 'renamed') && mayBeRecord(path),
  );
  const folders = findFolders(
    added.map(({ path }) => path),
    plan.places,
  );
  const proposals: StoredProposal[] = [];
  for (const { path } of added) {
    const folder = folderOf(path, folders);
    if (!folder) continue;
    const bytes = await host.readBytes({
      namespace,
      name,
      path,
      revision: change.head,
    });
    const [record] = readFolder([{ path, text: bytes.toString('utf8') }]);
    if (record) {
      proposals.push(toProposal(plan.id, change, { record, folder, records }));
    }
  }
  return proposals;
}

function toProposal(
  source: string,
  change: Change,
  found: {
    record: ParsedDecision;
    folder: { path: string; entityRef: string; ownerRef?: string };
    records: IndexedRecord[];
  },
): StoredProposal {
  const { record, folder, records } = found;
  const index = RecordIndex.create<IndexedRecord>([...records, record]);
  return {
    id: decisionId({ source, path: `${change.number}/${record.path}` }),
    source,
    change: change.number,
    changeUrl: change.url,
    head: change.head,
    author: change.author,
    folder: folder.path,
    path: record.path,
    entityRef: folder.entityRef,
    ownerRef: folder.ownerRef,
    number: record.number,
    title: record.title,
    status: record.status,
    date: record.date,
    decisionMakers: record.decisionMakers,
    supersedes: record.references
      .filter(({ type }) => type === 'supersedes')
      .flatMap(reference => index.find(record, reference)?.path ?? []),
  };
}
