import {
  DecisionGraph,
  lintFolder,
  readFolder,
  readLintSettings,
  SETTINGS_FILE,
  type DecisionLink,
  type Finding,
  type ParsedDecision,
} from '@groundwork/plugin-adr-common';
import type { LocalRepository } from './LocalRepository';

/** A folder of decisions, read and checked. */
export interface LocalLog {
  records: ParsedDecision[];
  findings: Finding[];
  /** What is wrong with the settings of the folder. */
  problems: string[];
  linksOf(path: string): readonly DecisionLink[];
}

/** Today, where the program runs. */
function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(
    now.getDate(),
  )}`;
}

/** Reads and checks a folder of decisions. */
export function readLog(repository: LocalRepository): LocalLog {
  const { settings, problems } = readLintSettings(
    repository.readText(SETTINGS_FILE) ?? '',
  );
  const records = readFolder(repository.readFiles());
  const graph = DecisionGraph.create(records);
  const findings = lintFolder({
    records,
    graph,
    settings,
    today: today(),
    exists: path => repository.exists(path),
  });
  return { records, findings, problems, linksOf: path => graph.linksOf(path) };
}
