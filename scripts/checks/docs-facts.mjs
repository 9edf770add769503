import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { toolsOf } from './lib/configuration.mjs';
import { listFiles, readText } from './lib/files.mjs';
import { runAsProgram } from './lib/run.mjs';
import { compare, rowsBelow } from './lib/tables.mjs';
import { readDocuments } from './lib/yaml.mjs';

const FACTS = [
  {
    page: 'docs/reference/permissions.md',
    source: 'plugins/permission-backend-module-policy/src/permissionTable.ts',
    check: checkPermissions,
  },
  {
    page: 'docs/reference/mcp-tools.md',
    source: 'app-config.yaml',
    check: checkTools,
  },
  {
    page: 'docs/reference/commands.md',
    source: 'scripts/launcher/commandLine.mjs',
    check: checkCommands,
  },
  {
    page: 'docs/reference/commands.md',
    source: 'scripts/checks',
    check: checkChecks,
  },
  { page: 'docs/adr/index.md', source: 'docs/adr', check: checkDecisions },
];

const ACCESS = { allow: 'yes', deny: 'no', owner: 'owner' };

/**
 * Checks that the tables of the docs say what the code, the configuration and the decisions say.
 */
export async function checkDocsFacts(root) {
  const findings = [];
  for (const { page, source, check } of FACTS) {
    const absent = [page, source].find(file => !existsSync(join(root, file)));
    if (absent) {
      findings.push({
        file: absent,
        message: 'is missing, so docs cannot be compared',
      });
    } else {
      const text = readText(root, page);
      const facts = await check({ root, text, source });
      findings.push(...compare({ file: page, source, ...facts }));
    }
  }
  return findings;
}

async function checkPermissions({ root, text, source }) {
  const { permissionTable } = await importModule(root, source);
  return {
    listed: rowsBelow(text, '# Permissions').map(cells => cells.join(' | ')),
    actual: Object.entries(permissionTable).map(([name, row]) =>
      [
        name,
        ...['viewer', 'developer', 'platform-engineer', 'admin'].map(
          role => ACCESS[row[role]],
        ),
      ].join(' | '),
    ),
  };
}

function checkTools({ root, text, source }) {
  const { documents } = readDocuments(readText(root, source));
  const listed = rowsBelow(text, '# Tools for agents').map(([tool]) => tool);
  return { listed, actual: toolsOf(documents) };
}

async function checkCommands({ root, text, source }) {
  const { COMMANDS } = await importModule(root, source);
  return {
    listed: rowsBelow(text, '# Commands').map(([usage]) => sortWords(usage)),
    actual: Object.entries(COMMANDS).map(([name, { options, operands = [] }]) =>
      sortWords([name, ...Object.keys(options), ...operands].join(' ')),
    ),
  };
}

/** Options may be shown in any order, with the value that they take. */
function sortWords(usage) {
  const [name, ...words] = usage.replace(/[[\]]|\bN\b/g, '').split(/\s+/);
  return [name, ...words.filter(Boolean).sort()].join(' ');
}

function checkChecks({ root, text, source }) {
  const isCheck = file => /^[^/]+\.mjs$/.test(file) && !file.includes('.test.');
  return {
    listed: rowsBelow(text, '## Checks').map(([command]) => command),
    actual: listFiles(join(root, source), isCheck).map(
      file => `node ${source}/${file}`,
    ),
  };
}

function checkDecisions({ root, text, source }) {
  const isDecision = file => /^\d{4}-.+\.md$/.test(file);
  return {
    listed: rowsBelow(text, '# Decision log').map(([, ...cells]) =>
      cells.join(' | '),
    ),
    actual: listFiles(join(root, source), isDecision).map(file =>
      describeDecision(readText(root, posix.join(source, file))),
    ),
  };
}

function describeDecision(text) {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const { status, date } = readDocuments(head ?? '').documents[0]?.value ?? {};
  const title = /^# (.+)$/m.exec(body ?? text)?.[1];
  return [title, status, date].join(' | ');
}

/** Node reads TypeScript itself, but warns about each package that does not say which kind of module it holds. */
function importModule(root, file) {
  if (!file.endsWith('.ts')) {
    return import(pathToFileURL(join(root, file)).href);
  }
  const compilerOptions = { module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(readText(root, file), {
    compilerOptions,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

await runAsProgram(import.meta.url, checkDocsFacts);
