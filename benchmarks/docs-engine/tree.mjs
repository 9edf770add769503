import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PAGES_PER_SECTION = 20;

/**
 * Writes a documentation source of so many pages, with what pages of services hold: text, links, tables, code, call-outs,
 * tabs, lists and footnotes. Two trees of one size are the same.
 */
export function writeTree(directory, pages) {
  const files = Array.from({ length: pages }, (_, index) => fileOf(index));
  for (const [index, file] of files.entries()) {
    const target = path.join(directory, 'docs', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, writePage(index, files));
  }
  writeFileSync(path.join(directory, 'mkdocs.yml'), writeConfig(files));
}

function writePage(index, files) {
  const next = files[(index + 1) % files.length];
  const link = path.posix.relative(path.posix.dirname(files[index]), next);
  const parts = Array.from({ length: 6 }, (_, part) =>
    writePart({ index, part, link }),
  );
  return `# Page ${index}, version 1\n\n${parts.join('\n')}`;
}

function fileOf(index) {
  return index === 0
    ? 'index.md'
    : `section-${Math.floor(index / PAGES_PER_SECTION)}/page-${index}.md`;
}

function writeConfig(files) {
  const sections = new Map();
  for (const file of files.slice(1)) {
    const section = path.posix.dirname(file);
    sections.set(section, [...(sections.get(section) ?? []), file]);
  }
  const nav = [...sections].map(
    ([section, pages]) =>
      `  - ${section}:\n${pages.map(page => `      - ${page}\n`).join('')}`,
  );
  return `site_name: Benchmark\nplugins: [techdocs-core]\nnav:\n  - Home: index.md\n${nav.join(
    '',
  )}`;
}

function writePart({ index, part, link }) {
  const anchor = `part-${part}-of-page-${index + 1}`;
  return `## Part ${part} of page ${index}

The service **keeps** what it is told, and answers with \`status ${part}\` where it does not know better. See
[the next page](${link}#${anchor}) for *what follows*, and the note[^${part}] below.

| field | type | meaning |
| ----- | ---- | ------- |
| \`id\` | string | names the order |
| \`total\` | number | what is to be paid, in cents |
| \`lines\` | list | what was ordered, see \`GET /orders/{id}\` |

\`\`\`ts title="orders.ts"
export async function readOrder(id: string): Promise<Order | undefined> {
  const rows = await database.query('select * from orders where id = $1', [id]);
  return rows.length === 0 ? undefined : { ...rows[0], version: ${part} };
}
\`\`\`

!!! note "Before you begin"
    Ask for a token first:

    \`\`\`sh
    curl --silent https://auth.example.com/token?scope=orders-${part}
    \`\`\`

=== "JSON"

    1. Send \`application/json\`.
    2. Expect:
        - 200, with the order
        - 404, when there is none

=== "Protobuf"

    Send \`application/x-protobuf\`; ==nothing else changes==.

[^${part}]: Orders are kept for ten years.
`;
}
