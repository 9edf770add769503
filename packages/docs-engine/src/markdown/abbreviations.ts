import type MarkdownIt from 'markdown-it';
import abbreviationPlugin from 'markdown-it-abbr';
import { LIMITS } from '../config/limits';
import type { PageEnvironment } from './PageContext';

interface AbbreviationEnvironment extends PageEnvironment {
  abbreviations?: Record<string, string>;
}

/** Abbreviations (`*[API]: …`), bounded in number because the plugin tries all of them at each word. */
export function abbreviations(md: MarkdownIt): void {
  md.use(abbreviationPlugin);
  md.core.ruler.before('abbr_replace', 'abbr_limit', state => {
    // The abbreviation plugin keeps what it collected in the environment.
    const env = state.env as AbbreviationEnvironment;
    const entries = Object.entries(env.abbreviations ?? {});
    if (entries.length > LIMITS.abbreviations) {
      env.abbreviations = Object.fromEntries(
        entries.slice(0, LIMITS.abbreviations),
      );
      env.page.faults.push({
        kind: 'configuration',
        message: `has ${entries.length} abbreviations; only the first ${LIMITS.abbreviations} are used`,
      });
    }
  });
}
