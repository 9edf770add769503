import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles, readText } from './lib/files.mjs';
import { anchorsOf, linksOf } from './lib/markdown.mjs';
import { runAsProgram } from './lib/run.mjs';
import { readDocuments } from './lib/yaml.mjs';

const SITE = 'mkdocs.yml';

/**
 * Checks that every link, anchor and image of the docs and of the Markdown files at the root leads somewhere,
 * and that the navigation of the docs and its pages agree.
 */
export function checkDocsLinks(root) {
  const files = listFiles(root, isChecked);
  return [
    ...files.flatMap(file =>
      linksOf(readText(root, file)).flatMap(link => {
        const message = explainLink(root, file, link.target);
        return message ? [{ file, line: link.line, message }] : [];
      }),
    ),
    ...checkNavigation(root, files),
  ];
}

function isChecked(file) {
  return (
    /^[^/]+\.md$/.test(file) ||
    /^docs\/.*\.md$/.test(file) ||
    /^(packages|plugins)\/[^/]+\/README\.md$/.test(file)
  );
}

function explainLink(root, file, target) {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined;
  const [path, anchor] = target.split('#').map(decodeURIComponent);
  const goal = path ? posix.join(posix.dirname(file), path) : file;
  if (path.startsWith('/')) {
    return `link '${target}' starts at the server; make it relative to this file`;
  }
  if (!existsSync(join(root, goal))) {
    return `link '${target}' leads to ${goal}, which does not exist`;
  }
  if (file.startsWith('docs/') && !goal.startsWith('docs/')) {
    return `link '${target}' leaves docs/, so the docs site cannot follow it`;
  }
  return explainAnchor({ root, goal, anchor, target });
}

function explainAnchor({ root, goal, anchor, target }) {
  if (!anchor) return undefined;
  if (!goal.endsWith('.md') || statSync(join(root, goal)).isDirectory()) {
    return undefined;
  }
  const style = goal.startsWith('docs/') ? 'site' : 'host';
  return anchorsOf(readText(root, goal), style).includes(anchor)
    ? undefined
    : `link '${target}': ${goal} has no heading '#${anchor}'`;
}

function checkNavigation(root, files) {
  if (!existsSync(join(root, SITE))) return [];
  const { documents, problems } = readDocuments(readText(root, SITE));
  const pages = new Set(pagesIn(documents[0]?.value?.nav ?? []));
  const absent = [...pages].filter(
    page => !existsSync(join(root, 'docs', page)),
  );
  const hidden = files
    .filter(file => file.startsWith('docs/'))
    .filter(file => !pages.has(file.slice('docs/'.length)));
  return [
    ...problems.map(problem => ({ file: SITE, ...problem })),
    ...absent.map(page => ({
      file: SITE,
      message: `nav names '${page}', which docs/ does not hold`,
    })),
    ...hidden.map(file => ({
      file,
      message: `is not in the nav of ${SITE}; add it`,
    })),
  ];
}

function pagesIn(node) {
  if (typeof node === 'string') return [node];
  return Object.values(node).flatMap(pagesIn);
}

await runAsProgram(import.meta.url, checkDocsLinks);
