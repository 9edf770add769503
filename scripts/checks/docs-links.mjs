import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles, readText } from './lib/files.mjs';
import { anchorsOf, linksOf } from './lib/markdown.mjs';
import { runAsProgram } from './lib/run.mjs';
import { readDocuments } from './lib/yaml.mjs';

/** Addresses of other hosts, which are not looked at. */
const ELSEWHERE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const SITE = /(^|\/)mkdocs\.yml$/;

/**
 * Checks that every link, anchor and image of the docs, of the Markdown files at the root and of the repositories that
 * come with the portal leads somewhere, and that the navigation of each docs site and its pages agree.
 */
export function checkDocsLinks(root) {
  const files = listFiles(root, isChecked);
  const sites = listFiles(root, isSite).map(file => ({
    file,
    docs: posix.join(posix.dirname(file), 'docs/'),
  }));
  return [
    ...files.flatMap(file =>
      linksOf(readText(root, file)).flatMap(link => {
        const { target, line } = link;
        const message = explainLink({ root, sites, file, target });
        return message ? [{ file, line, message }] : [];
      }),
    ),
    ...sites.flatMap(site => checkNavigation({ root, files, site })),
  ];
}

function isChecked(file) {
  return (
    /^[^/]+\.md$/.test(file) ||
    /^(docs|examples)\/.*\.md$/.test(file) ||
    /^templates\/[^/]+\.md$/.test(file) ||
    /^(packages|plugins)\/[^/]+\/README\.md$/.test(file)
  );
}

/** Not those of templates: their pages have no names yet. */
function isSite(file) {
  return SITE.test(file) && !file.startsWith('templates/');
}

function siteOf(sites, file) {
  return sites.find(({ docs }) => file.startsWith(docs));
}

function explainLink({ root, sites, file, target }) {
  if (ELSEWHERE.test(target)) return undefined;
  const [path, anchor] = target.split('#').map(decodeURIComponent);
  const goal = path ? posix.join(posix.dirname(file), path) : file;
  if (path.startsWith('/')) {
    return `link '${target}' starts at the server; make it relative to this file`;
  }
  if (!existsSync(join(root, goal))) {
    return `link '${target}' leads to ${goal}, which does not exist`;
  }
  const site = siteOf(sites, file);
  if (site && !goal.startsWith(site.docs)) {
    return `link '${target}' leaves ${site.docs}, so the docs site cannot follow it`;
  }
  const style = siteOf(sites, goal) ? 'site' : 'host';
  return explainAnchor({ root, goal, anchor, target, style });
}

function explainAnchor({ root, goal, anchor, target, style }) {
  if (!anchor) return undefined;
  if (!goal.endsWith('.md') || statSync(join(root, goal)).isDirectory()) {
    return undefined;
  }
  return anchorsOf(readText(root, goal), style).includes(anchor)
    ? undefined
    : `link '${target}': ${goal} has no heading '#${anchor}'`;
}

function checkNavigation({ root, files, site: { file, docs } }) {
  const { documents, problems } = readDocuments(readText(root, file));
  const pages = new Set(pagesIn(documents[0]?.value?.nav ?? []));
  const absent = [...pages].filter(
    page => !ELSEWHERE.test(page) && !existsSync(join(root, docs, page)),
  );
  const hidden = files
    .filter(page => page.startsWith(docs))
    .filter(page => !pages.has(page.slice(docs.length)));
  return [
    ...problems.map(problem => ({ file, ...problem })),
    ...absent.map(page => ({
      file,
      message: `nav names '${page}', which ${docs} does not hold`,
    })),
    ...hidden.map(page => ({
      file: page,
      message: `is not in the nav of ${file}; add it`,
    })),
  ];
}

function pagesIn(node) {
  if (typeof node === 'string') return [node];
  return Object.values(node).flatMap(pagesIn);
}

await runAsProgram(import.meta.url, checkDocsLinks);
