import { isPlainObject } from './isPlainObject';
import { DEFAULT_MARKDOWN_OPTIONS, type SlugOptions } from './MarkdownOptions';

type Style = Omit<SlugOptions, 'separator'>;

const pymdown = (letterCase: SlugOptions['case']): Style => ({
  style: 'pymdown',
  keepsUnicode: true,
  case: letterCase,
});

/** The functions that sites name for heading ids; YAML gives them as tags, see `parseYaml`. */
const NAMED: Record<string, Style> = {
  'markdown.extensions.toc.slugify_unicode': {
    style: 'markdown',
    keepsUnicode: true,
    case: 'lower',
  },
  'pymdownx.slugs.uslugify': pymdown('lower'),
  'pymdownx.slugs.uslugify_cased': pymdown('none'),
  'pymdownx.slugs.gfm': pymdown('lower-ascii'),
};

/** The cases that `pymdownx.slugs.slugify` knows. */
const CASES = new Map<unknown, SlugOptions['case']>([
  ['lower', 'lower'],
  ['fold', 'lower'],
  ['lower-ascii', 'lower-ascii'],
]);

/** Names of slug functions that may stand in `mkdocs.yml`. */
export const SLUG_FUNCTIONS = Object.keys(NAMED);

/** Reads `toc: slugify`: the name of a known function, or the settings of `pymdownx.slugs.slugify`. */
export function readSlugOptions(value: unknown): Style {
  if (typeof value === 'string' && NAMED[value]) {
    return NAMED[value];
  }
  if (isPlainObject(value) && isPlainObject(value.kwds)) {
    return pymdown(CASES.get(value.kwds.case) ?? 'none');
  }
  return DEFAULT_MARKDOWN_OPTIONS.slugs;
}
