import {
  DecisionGraph,
  lintFolder,
  readFolder,
  readLintSettings,
  type Finding,
  type LintSettings,
  type ParsedDecision,
} from '@groundwork/plugin-adr-common';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import type { FolderRow, LinkRow } from '../database/rows';
import { decisionId } from '../digest';
import { folderOf } from '../sources/findFolders';
import type { Snapshot, SnapshotFile } from '../sources/Snapshot';
import type { FoundFolder } from '../sources/SourcePlan';
import { ForeignLinks } from './ForeignLinks';
import type {
  IndexedDecision,
  IndexedSource,
  StoredDetails,
} from './IndexedSource';

interface BuildOptions {
  source: string;
  /** `YYYY-MM-DD` */
  today: string;
  lint: LintSettings;
  forge: Pick<ForgeService, 'findHost'>;
}

/** Turns what was read from a repository into what is stored of it. */
export async function buildIndex(
  snapshot: Snapshot,
  options: BuildOptions,
): Promise<IndexedSource> {
  const records = readFolder(snapshot.files.map(withoutZeros));
  const foreign = await ForeignLinks.resolve(records, options);
  const graph = DecisionGraph.create(records, ({ target }) =>
    foreign.find(target),
  );
  const findings = snapshot.folders.flatMap(folder =>
    checkFolder(folder, { records, graph, snapshot, options }),
  );
  const files = new Map(
    snapshot.files.map(file => [file.path, withoutZeros(file)]),
  );
  const idOf = (key: string) =>
    foreign.idOf(key) ?? decisionId({ source: options.source, path: key });
  return {
    folders: snapshot.folders.map(folder =>
      toFolderRow(folder, options.source),
    ),
    decisions: records.map(record =>
      toDecision(record, {
        source: options.source,
        folder: folderOf(record.path, snapshot.folders),
        file: files.get(record.path),
        findings: findings.filter(({ path }) => path === record.path),
      }),
    ),
    links: graph.edges.map(edge => toLinkRow(edge, options.source, idOf)),
  };
}

/** PostgreSQL has no character zero. */
function withoutZeros(file: SnapshotFile): SnapshotFile {
  return { ...file, text: file.text?.replaceAll('\0', '') };
}

/** Each folder is checked by its own settings. */
function checkFolder(
  folder: FoundFolder,
  context: {
    records: ParsedDecision[];
    graph: DecisionGraph;
    snapshot: Snapshot;
    options: BuildOptions;
  },
): Finding[] {
  const { records, graph, snapshot, options } = context;
  const own = records.filter(
    ({ path }) => folderOf(path, snapshot.folders)?.path === folder.path,
  );
  const paths = new Set(own.map(({ path }) => path));
  const text = snapshot.settings.get(folder.path) ?? '';
  return lintFolder({
    records: own,
    graph,
    settings: readLintSettings(text, options.lint).settings,
    today: options.today,
    exists: path => snapshot.exists(path),
  }).filter(({ path }) => paths.has(path));
}

function toFolderRow(folder: FoundFolder, source: string): FolderRow {
  return {
    source_id: source,
    path: folder.path,
    entity_ref: folder.entityRef,
    entity_refs: JSON.stringify(folder.entityRefs),
    owner_ref: folder.ownerRef ?? null,
    system_ref: folder.systemRef ?? null,
  };
}

function toLinkRow(
  edge: DecisionGraph['edges'][number],
  source: string,
  idOf: (key: string) => string,
): LinkRow {
  return {
    source_id: source,
    from_id: idOf(edge.from),
    to_id: idOf(edge.to),
    type: edge.type,
    from_line: edge.fromLine ?? null,
    to_line: edge.toLine ?? null,
  };
}

function detailsOf(record: ParsedDecision): StoredDetails {
  return {
    statusText: record.statusText,
    dateText: record.dateText,
    consulted: record.consulted,
    informed: record.informed,
    authors: record.authors,
    reviewBy: record.reviewBy,
    options: record.options,
    sections: record.sections,
    images: [
      ...new Set(
        record.files
          .filter(({ kind }) => kind === 'image')
          .map(({ path }) => path),
      ),
    ],
  };
}

function toFindingRows(id: string, findings: Finding[]) {
  return findings.map(({ rule, severity, line, message, remedy }) => ({
    decision_id: id,
    rule,
    severity,
    line,
    message,
    remedy,
  }));
}

function toDecision(
  record: ParsedDecision,
  context: {
    source: string;
    folder: FoundFolder | undefined;
    file: SnapshotFile | undefined;
    findings: Finding[];
  },
): IndexedDecision {
  const { source, folder, file, findings } = context;
  const id = decisionId({ source, path: record.path });
  return {
    row: {
      id,
      source_id: source,
      folder: folder?.path ?? '',
      path: record.path,
      blob: file?.blob ?? null,
      number: record.number ?? null,
      title: record.title,
      status: record.status,
      date: record.date ?? null,
      format: record.format,
      entity_ref: folder?.entityRef ?? '',
      owner_ref: folder?.ownerRef ?? null,
      system_ref: folder?.systemRef ?? null,
      chosen_option: record.chosenOption ?? null,
      tags: JSON.stringify(record.tags),
      rules: JSON.stringify([...new Set(findings.map(({ rule }) => rule))]),
      affects: JSON.stringify(record.affects),
      people: JSON.stringify(record.decisionMakers),
      details: JSON.stringify(detailsOf(record)),
    },
    text: file?.text ?? '',
    findings: toFindingRows(id, findings),
  };
}
