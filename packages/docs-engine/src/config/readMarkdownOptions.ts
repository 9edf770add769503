import { isPlainObject } from './isPlainObject';
import {
  DEFAULT_MARKDOWN_OPTIONS,
  type MarkdownOptions,
} from './MarkdownOptions';
import { readSlugOptions } from './readSlugOptions';

/** Extensions whose syntax every site may use here, so that naming them changes nothing. */
const ALWAYS_ON = new Set([
  ...['abbr', 'admonition', 'attr_list', 'codehilite', 'def_list', 'extra'],
  ...['fenced_code', 'footnotes', 'md_in_html', 'meta', 'sane_lists', 'tables'],
  ...['mdx_truly_sane_lists', 'mdx_breakless_lists', 'pymdownx.betterem'],
  ...['pymdownx.caret', 'pymdownx.critic', 'pymdownx.details'],
  ...['pymdownx.emoji', 'pymdownx.extra', 'pymdownx.inlinehilite'],
  ...['pymdownx.keys', 'pymdownx.mark', 'pymdownx.saneheaders'],
  ...['pymdownx.smartsymbols', 'pymdownx.superfences', 'pymdownx.tabbed'],
  ...['pymdownx.tasklist', 'pymdownx.tilde'],
]);

type Settings = Record<string, unknown>;
type Reader = (options: MarkdownOptions, settings: Settings) => void;

const READERS: Record<string, Reader> = {
  smarty: options => {
    options.hasTypography = true;
  },
  nl2br: options => {
    options.keepsLineBreaks = true;
  },
  toc: readContents,
  'pymdownx.highlight': (options, settings) => {
    options.numbersLines = settings.linenums === true;
  },
  'pymdownx.arithmatex': options => {
    options.hasFormulas = true;
  },
  'pymdownx.magiclink': readShorthand,
  'pymdownx.blocks.admonition': enableBlocks,
  'pymdownx.blocks.details': enableBlocks,
  'pymdownx.blocks.tab': enableBlocks,
};

/** The part of `markdown_extensions` that has an effect, and the extensions that have none. */
export interface MarkdownExtensions {
  options: MarkdownOptions;
  unknown: string[];
}

/** Reads `markdown_extensions`: names alone, names with settings, or a mapping of both. */
export function readMarkdownOptions(value: unknown): MarkdownExtensions {
  const options: MarkdownOptions = { ...DEFAULT_MARKDOWN_OPTIONS };
  const unknown: string[] = [];
  for (const [written, settings] of listExtensions(value)) {
    const name = written.replace(/^markdown\.extensions\./, '');
    const read = READERS[name];
    if (read) {
      read(options, isPlainObject(settings) ? settings : {});
    } else if (!ALWAYS_ON.has(name)) {
      unknown.push(written);
    }
  }
  return { options, unknown };
}

function listExtensions(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap(listExtensions);
  }
  if (typeof value === 'string') {
    return [[value, undefined]];
  }
  return isPlainObject(value) ? Object.entries(value) : [];
}

function readContents(options: MarkdownOptions, settings: Settings): void {
  const { permalink, toc_depth: depth, title, separator } = settings;
  if (typeof permalink === 'string') {
    options.permalink = permalink;
  } else if (permalink === false) {
    options.permalink = undefined;
  }
  const [, from, to] = /^(?:(\d)-)?(\d)$/.exec(String(depth)) ?? [];
  if (to) {
    options.contentsLevels = { first: Number(from ?? 1), last: Number(to) };
  }
  if (typeof title === 'string') {
    options.contentsTitle = title;
  }
  options.slugs = {
    ...readSlugOptions(settings.slugify),
    separator: typeof separator === 'string' ? separator : '-',
  };
}

function readShorthand(options: MarkdownOptions, settings: Settings): void {
  const { provider = 'github', user, repo } = settings;
  const isWanted = settings.repo_url_shorthand === true;
  if (isWanted && typeof user === 'string' && typeof repo === 'string') {
    options.shorthand = { provider: String(provider), user, repository: repo };
  }
}

function enableBlocks(options: MarkdownOptions): void {
  options.hasBlocks = true;
}
