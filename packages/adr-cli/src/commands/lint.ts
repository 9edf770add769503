import { parseArgs } from 'node:util';
import { relative, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  SEVERITIES,
  type Finding,
  type Severity,
} from '@groundwork/plugin-adr-common';
import { findFolders } from '../files/findFolders';
import { LocalRepository } from '../files/LocalRepository';
import { readLog } from '../files/readLog';
import { EXIT, type Terminal } from '../Terminal';

function parseSeverity(text: string): Severity {
  const severity = SEVERITIES.find(candidate => candidate === text);
  if (!severity) {
    throw new InputError(
      `--fail-on is '${text}'; it can be ${SEVERITIES.join(', ')}`,
    );
  }
  return severity;
}

function format(finding: Finding): string {
  const { path, line, severity, rule, message, remedy } = finding;
  return `${path}:${line}: ${severity}: ${message} [${rule}]\n    ${remedy}`;
}

function checkFolder(directory: string, terminal: Terminal): Finding[] {
  const repository = LocalRepository.open(directory);
  const { findings, problems } = readLog(repository);
  problems.forEach(problem => terminal.complain(problem));
  return findings.map(finding => ({
    ...finding,
    path: relative(terminal.directory, resolve(repository.root, finding.path)),
  }));
}

/** `adr lint`: checks folders of decisions, for people and for pipelines. */
export async function lint(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      'fail-on': { type: 'string', default: 'error' },
    },
  });
  const failOn = SEVERITIES.indexOf(parseSeverity(values['fail-on']));
  const folders = positionals.length
    ? positionals.map(path => resolve(terminal.directory, path))
    : findFolders(terminal.directory);
  if (folders.length === 0) {
    throw new InputError(
      'There is no folder of decisions here; name one, such as docs/adr',
    );
  }
  const findings = folders.flatMap(folder => checkFolder(folder, terminal));
  if (values.json) {
    terminal.print(JSON.stringify({ findings }, undefined, 2));
  } else {
    findings.forEach(finding => terminal.print(format(finding)));
    terminal.complain(
      `${findings.length} findings in ${folders.length} folders`,
    );
  }
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= failOn)
    ? EXIT.findings
    : EXIT.ok;
}
