import { InputError, NotFoundError } from '@backstage/errors';
import {
  directoryOf,
  joinPath,
  type DecisionAccess,
  type DecisionDetail,
  type HistoryEntry,
  type RuleId,
  type Severity,
} from '@groundwork/plugin-adr-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { OwnedDecision } from '../access/isDecisionOwner';
import type { MayRead } from '../access/ReadableEntities';
import type { DecisionReader } from '../database/DecisionReader';
import type { DecisionRow } from '../database/rows';
import type { SourceStore, StoredSource } from '../database/SourceStore';
import type { StoredDetails } from '../index/IndexedSource';
import type { SourceReader } from '../sources/Snapshot';
import type { DecisionLog } from './DecisionLog';
import type { PeopleDirectory } from './PeopleDirectory';
import type { SourceLinks } from './SourceLinks';
import { toSourceState } from './sourceState';
import { readList, toSummary } from './summaries';

/** Commits of a record that are shown; the host has the rest. */
const HISTORY_LENGTH = 20;

/** Larger pictures are not for reading. */
const MAX_IMAGE_BYTES = 10_000_000;

interface DecisionPagesOptions {
  log: DecisionLog;
  reader: DecisionReader;
  store: SourceStore;
  sources: SourceReader;
  people: PeopleDirectory;
  links: SourceLinks;
  forge: ForgeService;
}

/** Gathers what the page of one decision shows. */
export class DecisionPages {
  readonly #options: DecisionPagesOptions;

  static create(options: DecisionPagesOptions): DecisionPages {
    return new DecisionPages(options);
  }

  private constructor(options: DecisionPagesOptions) {
    this.#options = options;
  }

  /** A decision with its text, links, findings, and what the reader may do with it. */
  async detail(
    id: string,
    mayRead: MayRead,
    access: (decision: OwnedDecision) => DecisionAccess,
  ): Promise<DecisionDetail> {
    const { log, reader, people, links } = this.#options;
    const row = await log.require(id, mayRead);
    const source = await this.#sourceOf(row);
    const details = detailsOf(row);
    const [text, linked, findings, fileLinks, ...named] = await Promise.all([
      reader.findText(id),
      log.linksOf(id, mayRead),
      reader.listFindings(id),
      links.of(source.plan, row.path),
      people.find(readList(row.people)),
      people.find(details.consulted),
      people.find(details.informed),
      people.find(details.authors),
    ]);
    const [decisionMakers, consulted, informed, authors] = named;
    return {
      ...toSummary(row),
      ...details,
      text: text ?? '',
      decisionMakers,
      consulted,
      informed,
      authors,
      affects: readList(row.affects),
      links: linked,
      findings: findings.map(({ decision_id: _id, ...finding }) => ({
        ...finding,
        // Written by the index from the findings of the rules.
        rule: finding.rule as RuleId,
        severity: finding.severity as Severity,
      })),
      ...fileLinks,
      sourceState: toSourceState(source),
      access: access({ ownerRef: row.owner_ref ?? undefined }),
    };
  }

  /** The bytes of the picture at a place in the text; no other file can be asked for. */
  async image(
    id: string,
    index: number,
    mayRead: MayRead,
  ): Promise<{ path: string; bytes: Buffer }> {
    const row = await this.#options.log.require(id, mayRead);
    const written = detailsOf(row).images[index];
    const path =
      written === undefined
        ? undefined
        : joinPath(directoryOf(row.path), written);
    if (path === undefined || path.startsWith('..')) {
      throw new NotFoundError('The decision has no such picture');
    }
    const { plan, commit } = await this.#sourceOf(row);
    const bytes = await this.#options.sources.readFile(plan, path, commit);
    if (bytes.length > MAX_IMAGE_BYTES) {
      throw new InputError(
        `The picture is larger than ${MAX_IMAGE_BYTES} bytes`,
      );
    }
    return { path, bytes };
  }

  /** The last commits that touched the record. */
  async history(id: string, mayRead: MayRead): Promise<HistoryEntry[]> {
    const row = await this.#options.log.require(id, mayRead);
    const { plan, commit } = await this.#sourceOf(row);
    const { location } = plan;
    if (location.kind !== 'forge') return [];
    const { namespace, name, host } = location;
    const { items } = await this.#options.forge.getHost(host).listCommits({
      namespace,
      name,
      path: row.path,
      revision: commit,
      limit: HISTORY_LENGTH,
    });
    return items.map(({ id: commitId, title, author, committedAt }) => ({
      id: commitId,
      title,
      author: author.name,
      at: committedAt,
    }));
  }

  async #sourceOf(row: DecisionRow): Promise<StoredSource> {
    const source = await this.#options.store.find(row.source_id);
    if (!source) {
      throw new NotFoundError('There is no decision with this id');
    }
    return source;
  }
}

function detailsOf(row: DecisionRow): StoredDetails {
  // Written by the index.
  return JSON.parse(row.details) as StoredDetails;
}
