import { isPlainObject } from '../config/isPlainObject';
import { parseYaml } from '../config/parseYaml';

/** What a page says about itself before its text. */
export interface FrontMatter {
  title?: string;
  hidesNavigation: boolean;
  hidesContents: boolean;
  /** `search: exclude: true`. */
  isHiddenFromSearch: boolean;
}

/** A page split into what it says about itself and its text. */
export interface SplitPage {
  frontMatter: FrontMatter;
  body: string;
  problems: string[];
}

/** Of a page that says nothing. */
export const NO_FRONT_MATTER: FrontMatter = {
  hidesNavigation: false,
  hidesContents: false,
  isHiddenFromSearch: false,
};

const DELIMITER = '---';
const ENDS = new Set(['---', '...']);

/** Separates YAML front matter from the text; text that only looks like front matter stays text. */
export function splitFrontMatter(source: string): SplitPage {
  const text = source.replace(/^\uFEFF/, '');
  const lines = text.split(/\r?\n/);
  const end =
    lines[0].trimEnd() === DELIMITER
      ? lines.findIndex((line, index) => index > 0 && ENDS.has(line.trimEnd()))
      : -1;
  if (end < 0) {
    return { frontMatter: NO_FRONT_MATTER, body: text, problems: [] };
  }
  // Blank lines stand in for the front matter so that reported line numbers are those of the file.
  const body = '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n');
  try {
    const { value } = parseYaml(lines.slice(1, end).join('\n'), 'Front matter');
    return { frontMatter: readFrontMatter(value), body, problems: [] };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { frontMatter: NO_FRONT_MATTER, body, problems: [problem] };
  }
}

function readFrontMatter(value: unknown): FrontMatter {
  const data = isPlainObject(value) ? value : {};
  const hide = Array.isArray(data.hide) ? data.hide : [data.hide];
  const title =
    typeof data.title === 'string' || typeof data.title === 'number'
      ? String(data.title).trim()
      : '';
  return {
    title: title || undefined,
    hidesNavigation: hide.includes('navigation'),
    hidesContents: hide.includes('toc'),
    isHiddenFromSearch:
      isPlainObject(data.search) && data.search.exclude === true,
  };
}
