import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { ParsedDecision } from '@groundwork/plugin-adr-common';
import { LocalRepository } from '../files/LocalRepository';
import { readLog, type LocalLog } from '../files/readLog';
import { EXIT, type Terminal } from '../Terminal';

/** One record in the output: what was read, with its links from both ends and its findings. */
function describe(
  record: ParsedDecision,
  log: LocalLog,
  repository: LocalRepository,
) {
  return {
    path: repository.shorten(record.path),
    number: record.number,
    title: record.title,
    heading: record.heading,
    status: record.status,
    statusText: record.statusText,
    date: record.date,
    dateText: record.dateText,
    people: {
      decisionMakers: record.decisionMakers,
      consulted: record.consulted,
      informed: record.informed,
      authors: record.authors,
    },
    tags: record.tags,
    affects: record.affects,
    reviewBy: record.reviewBy,
    format: record.format,
    options: record.options,
    chosenOption: record.chosenOption,
    links: log
      .linksOf(record.path)
      .map(link => ({ ...link, path: repository.shorten(link.path) })),
    findings: log.findings
      .filter(({ path }) => path === record.path)
      .map(({ path: _path, ...finding }) => finding),
  };
}

function formatLine(record: ReturnType<typeof describe>): string {
  const findings = record.findings.length;
  return [
    (record.date ?? '').padEnd(10),
    record.status.padEnd(10),
    `${record.path}: ${record.title}`,
    findings ? `(${findings} ${findings === 1 ? 'finding' : 'findings'})` : '',
  ]
    .join('  ')
    .trimEnd();
}

/** `adr show`: what was read out of the records of a folder. */
export async function show(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const repository = LocalRepository.open(
    resolve(terminal.directory, positionals[0] ?? '.'),
  );
  const log = readLog(repository);
  const decisions = log.records.map(record =>
    describe(record, log, repository),
  );
  log.problems.forEach(problem => terminal.complain(problem));
  if (values.json) {
    terminal.print(JSON.stringify({ decisions }, undefined, 2));
  } else {
    decisions.forEach(decision => terminal.print(formatLine(decision)));
  }
  return EXIT.ok;
}
