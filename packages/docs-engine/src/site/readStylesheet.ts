import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The style sheet of every generated site. */
export interface Stylesheet {
  /** Path below the site. */
  path: string;
  text: string;
}

const PARTS = ['layout', 'navigation', 'typography', 'code', 'blocks', 'print'];
const PACKAGE_JSON = '@groundwork/docs-engine/package.json';

let stylesheet: Stylesheet | undefined;

/**
 * Reads the style sheet.
 *
 * @remarks The TechDocs reader drops every style sheet whose name is not `main.<8 hex digits>.min.css`.
 */
export function readStylesheet(): Stylesheet {
  stylesheet ??= read();
  return stylesheet;
}

function read(): Stylesheet {
  const directory = path.join(
    path.dirname(require.resolve(PACKAGE_JSON)),
    'assets',
  );
  const text = PARTS.map(part =>
    fs.readFileSync(path.join(directory, `${part}.css`), 'utf8'),
  ).join('\n');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `assets/stylesheets/main.${hash}.min.css`, text };
}
