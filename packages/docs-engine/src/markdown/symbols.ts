import type MarkdownIt from 'markdown-it';
import { createElement, createText, replaceInText } from './replaceInText';

const SYMBOLS: Record<string, string> = {
  '(tm)': '™',
  '(c)': '©',
  '(r)': '®',
  '+/-': '±',
  '=/=': '≠',
  'c/o': '℅',
  '-->': '→',
  '<--': '←',
  '<-->': '↔',
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};

const SYMBOL =
  /\((?:tm|c|r)\)|\+\/-|=\/=|\bc\/o\b|<-->|(?<!-)-->|<--(?!-)|(?<!\d)[1-7]\/[234568](?!\d)/g;

const ORDINAL = /\b(\d*?)(1[123]th|1st|2nd|3rd|[04-9]th)\b/g;

/** Signs for what is written with plain characters: `(c)`, `-->`, `1/2`, `1st`. */
export function symbols(md: MarkdownIt): void {
  md.core.ruler.after('text_join', 'symbols', state => {
    replaceInText(state, {
      pattern: SYMBOL,
      replacement: ([written], TokenClass) => [
        createText(TokenClass, SYMBOLS[written] ?? written),
      ],
    });
    replaceInText(state, {
      pattern: ORDINAL,
      replacement: ([, leading, tail], TokenClass) => [
        createText(TokenClass, leading + tail.slice(0, -2)),
        ...createElement(TokenClass, {
          type: 'sup',
          tag: 'sup',
          text: tail.slice(-2),
        }),
      ],
    });
  });
}
