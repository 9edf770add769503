import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listPackages, readJson, readText } from './lib/files.mjs';
import { runAsProgram } from './lib/run.mjs';

/** One screen and a half: what is longer belongs into docs/. */
const MAX_LINES = 80;

/** What a reader looks for in the README of every package, and the headings under which they find it. */
const SECTIONS = [
  { name: 'Use', heading: /^## (install|use|usage|run)\b/im },
  { name: 'Configuration', heading: /^## configuration\b/im },
];

/** Plugins run in portals that do not configure them; their README says what happens then. */
const PLUGIN_SECTIONS = [
  ...SECTIONS,
  {
    name: 'Behaviour when unconfigured',
    heading: /^##+ .*\b(unconfigured|not configured|without configuration)\b/im,
  },
];

/**
 * Checks that every workspace package has a short README under its own name with the sections readers expect.
 */
export function checkReadmes(root) {
  return listPackages(root).flatMap(directory => {
    const file = `${directory}/README.md`;
    if (!existsSync(join(root, file))) {
      return [{ file, message: 'is missing; say what the package is for' }];
    }
    const { name } = readJson(root, `${directory}/package.json`);
    const text = readText(root, file);
    const sections = directory.startsWith('plugins/')
      ? PLUGIN_SECTIONS
      : SECTIONS;
    return [
      ...checkTitle(text, name),
      ...checkLength(text),
      ...checkSections(text, sections),
    ].map(finding => ({ file, ...finding }));
  });
}

function checkTitle(text, name) {
  const title = text.split('\n')[0];
  return title === `# ${name}`
    ? []
    : [{ line: 1, message: `starts with '${title}'; write '# ${name}'` }];
}

function checkLength(text) {
  const lines = text.trimEnd().split('\n').length;
  return lines <= MAX_LINES
    ? []
    : [
        {
          line: MAX_LINES + 1,
          message: `has ${lines} lines, at most ${MAX_LINES}; move detail to docs/`,
        },
      ];
}

function checkSections(text, sections) {
  return sections
    .filter(({ heading }) => !heading.test(text))
    .map(({ name }) => ({ message: `has no section '## ${name}'; add it` }));
}

await runAsProgram(import.meta.url, checkReadmes);
