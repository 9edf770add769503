import type MarkdownIt from 'markdown-it';
import type { PluginSimple } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import marks from 'markdown-it-mark';
import subscripts from 'markdown-it-sub';
import superscripts from 'markdown-it-sup';
import { abbreviations } from './abbreviations';
import { admonitions } from './admonitions';
import { alerts } from './alerts';
import { attributeLists } from './attributeLists';
import { autolinks } from './autolinks';
import { critic } from './critic';
import { directives } from './directives';
import { emoji } from './emoji';
import { fences } from './fences';
import { footnotes } from './footnotes';
import { formulas } from './formulas';
import { headings } from './headings';
import { htmlBlocks } from './htmlBlocks';
import { inlineCode } from './inlineCode';
import { insertions } from './insertions';
import { keys } from './keys';
import { lazyFootnotes } from './lazyFootnotes';
import { links } from './links';
import { looseLists } from './looseLists';
import { references } from './references';
import { shorthand } from './shorthand';
import { slashBlocks } from './slashBlocks';
import { symbols } from './symbols';
import { tableCode } from './tableCode';
import { tables } from './tables';
import { tabs } from './tabs';
import { taskLists } from './taskLists';
import { tightHeadings } from './tightHeadings';
import { tocMarker } from './tocMarker';
import { wordEmphasis } from './wordEmphasis';

/**
 * What is added to CommonMark, in the order in which it is applied: the syntax that techdocs-core enables.
 *
 * @remarks Links come last but one, when every link and image of a page is known.
 */
export const SYNTAX: PluginSimple[] = [
  definitionLists,
  footnotes,
  lazyFootnotes,
  references,
  emoji,
  attributeLists,
  admonitions,
  alerts,
  tabs,
  slashBlocks,
  htmlBlocks,
  tightHeadings,
  looseLists,
  directives,
  fences,
  inlineCode,
  wordEmphasis,
  formulas,
  critic,
  keys,
  insertions,
  marks,
  subscripts,
  superscripts,
  deletions,
  autolinks,
  symbols,
  shorthand,
  abbreviations,
  tables,
  tableCode,
  taskLists,
  headings,
  links,
  tocMarker,
];

/** Deleted text: `~~old~~`. */
function deletions(md: MarkdownIt): void {
  md.renderer.rules.s_open = () => '<del>';
  md.renderer.rules.s_close = () => '</del>';
}
