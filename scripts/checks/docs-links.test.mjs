import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocsLinks } from './docs-links.mjs';
import { repository } from './lib/fixture.mjs';

const FILES = {
  'README.md': '[docs](docs/index.md)',
  'mkdocs.yml':
    'nav:\n  - Home: index.md\n  - Guides:\n      - guides/start.md\n',
  'docs/index.md': '# Home\n\n[Start](guides/start.md#first-run)\n',
  'docs/guides/start.md': '# Start\n\n## First `run`\n\n![a](../a.png)\n',
  'docs/a.png': '',
};

function messagesWith(t, changes) {
  const root = repository(t, { ...FILES, ...changes });
  return checkDocsLinks(root).map(
    ({ file, line, message }) => `${file}:${line ?? ''}: ${message}`,
  );
}

test('accepts links, anchors and images that lead somewhere', t => {
  assert.deepEqual(messagesWith(t, {}), []);
});

test('leaves code and other servers alone', t => {
  const text =
    '`[a](gone.md)`\n\n```md\n[b](gone.md)\n```\n\n[c](https://example.com/gone.md)\n';
  assert.deepEqual(messagesWith(t, { 'README.md': text }), []);
});

test('reports a link to a file that does not exist', t => {
  const messages = messagesWith(t, { 'README.md': '\n[a](docs/gone.md)' });
  assert.deepEqual(messages, [
    "README.md:2: link 'docs/gone.md' leads to docs/gone.md, which does not exist",
  ]);
});

test('reports an image that does not exist', t => {
  const messages = messagesWith(t, { 'README.md': '<img src="gone.png">' });
  assert.match(messages.join(), /gone\.png, which does not exist/);
});

test('reports an anchor that no heading makes', t => {
  const messages = messagesWith(t, {
    'README.md': '[a](docs/guides/start.md#last-run)',
  });
  assert.match(messages.join(), /has no heading '#last-run'/);
});

test('knows how the docs site and code hosts name repeated headings', t => {
  const text = '# A\n\n## B - c\n\n## B - c\n';
  const messages = messagesWith(t, {
    'docs/guides/start.md': `${text}\n[a](#b-c_1)`,
    'docs/index.md': '[a](guides/start.md)',
    'OTHER.md': `${text}\n[a](#b---c-1)`,
  });
  assert.deepEqual(messages, []);
});

test('reports a link that leaves the docs site', t => {
  const messages = messagesWith(t, { 'docs/index.md': '[a](../README.md)' });
  assert.match(messages.join(), /leaves docs\//);
});

test('reports a page that the navigation does not show', t => {
  const messages = messagesWith(t, { 'docs/guides/lost.md': '# Lost' });
  assert.match(messages.join(), /docs\/guides\/lost\.md:: is not in the nav/);
});

test('reports a page of the navigation that does not exist', t => {
  const messages = messagesWith(t, {
    'mkdocs.yml': `${FILES['mkdocs.yml']}  - gone.md\n`,
  });
  assert.match(messages.join(), /nav names 'gone\.md'/);
});

const EXAMPLE = {
  'examples/shop/README.md': '[docs](docs/index.md#shop)',
  'examples/shop/mkdocs.yml': 'nav:\n  - index.md\n',
  'examples/shop/docs/index.md': '# Shop\n',
};

test('accepts the docs site of a repository that comes with the portal', t => {
  assert.deepEqual(messagesWith(t, EXAMPLE), []);
});

test('reports a broken link, an absent page and a link out of such a site', t => {
  const messages = messagesWith(t, {
    ...EXAMPLE,
    'examples/shop/mkdocs.yml': 'nav:\n  - gone.md\n',
    'examples/shop/docs/index.md': '[a](lost.md) [b](../../../docs/index.md)',
  });
  assert.match(messages.join(), /lost\.md, which does not exist/);
  assert.match(messages.join(), /leaves examples\/shop\/docs\//);
  assert.match(messages.join(), /nav names 'gone\.md'/);
  assert.match(messages.join(), /index\.md:: is not in the nav of examples/);
});
