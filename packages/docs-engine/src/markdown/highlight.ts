import Prism from 'prismjs';
import components from 'prismjs/components.js';
import loadLanguages from 'prismjs/components/index';
import { LIMITS } from '../config/limits';

/** Names that documentation for mkdocs uses, and Prism does not. */
const ALIASES = new Map([
  ['c++', 'cpp'],
  ['cfg', 'ini'],
  ['conf', 'ini'],
  ['console', 'shell-session'],
  ['golang', 'go'],
  ['jinja', 'django'],
  ['jsonc', 'json5'],
  ['make', 'makefile'],
  ['patch', 'diff'],
  ['proto', 'protobuf'],
  ['ps1', 'powershell'],
  ['pwsh', 'powershell'],
  ['pycon', 'python'],
  ['python3', 'python'],
  ['terraform', 'hcl'],
  ['tf', 'hcl'],
  ['vue', 'markup'],
  ['zsh', 'bash'],
]);

const KNOWN = new Set(
  Object.entries(components.languages).flatMap(([name, { alias = [] }]) => [
    name,
    ...[alias].flat(),
  ]),
);

/** Marks the parts of a listing with classes, or gives `undefined` when it is better shown plain. */
export function highlight(code: string, language: string): string | undefined {
  const written = language.toLowerCase();
  const name = ALIASES.get(written) ?? written;
  if (!KNOWN.has(name) || code.length > LIMITS.highlightCharacters) {
    return undefined;
  }
  if (!Prism.languages[name]) {
    loadLanguages([name]);
  }
  const grammar = Prism.languages[name];
  return grammar && Prism.highlight(code, grammar, name);
}
