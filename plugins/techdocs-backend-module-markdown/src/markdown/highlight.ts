import hljs from 'highlight.js/lib/common';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import groovy from 'highlight.js/lib/languages/groovy';
import http from 'highlight.js/lib/languages/http';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import scala from 'highlight.js/lib/languages/scala';
import { LIMITS } from '../config/limits';

/** Languages of service documentation that the common set of highlight.js lacks. */
const EXTRA_LANGUAGES = {
  dockerfile,
  groovy,
  http,
  nginx,
  powershell,
  properties,
  protobuf,
  scala,
};

for (const [name, language] of Object.entries(EXTRA_LANGUAGES)) {
  hljs.registerLanguage(name, language);
}
// Both read well enough with a neighbour's grammar, and mkdocs sites use these names.
hljs.registerAliases(['hcl', 'terraform', 'tf'], { languageName: 'ini' });
hljs.registerAliases(['shell-session', 'sh-session'], {
  languageName: 'shell',
});
hljs.registerAliases(['docker'], { languageName: 'dockerfile' });

/** Marks the parts of a listing with `hljs-*` classes, or gives `undefined` when it is better shown plain. */
export function highlight(code: string, language: string): string | undefined {
  const isKnown = Boolean(language && hljs.getLanguage(language));
  if (!isKnown || code.length > LIMITS.highlightCharacters) {
    return undefined;
  }
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
