import { DEFAULT_MARKDOWN_OPTIONS } from '../config/MarkdownOptions';
import { readSlugOptions } from '../config/readSlugOptions';
import { slugify } from './slugify';

describe('slugify', () => {
  it.each([
    ['Getting started', 'getting-started'],
    ['What is it?', 'what-is-it'],
    ['Snake_case & dots.in.it', 'snake_case-dotsinit'],
    ['  Café — menü  ', 'cafe-menu'],
    ['a - b', 'a-b'],
    ['日本語', ''],
  ])('turns %j into %j as Python-Markdown does', (text, slug) => {
    expect(slugify(text, DEFAULT_MARKDOWN_OPTIONS.slugs)).toBe(slug);
  });

  it.each([
    ['pymdownx.slugs.uslugify', 'Über - Uns', 'über---uns'],
    ['pymdownx.slugs.uslugify_cased', 'Über Uns', 'Über-Uns'],
    ['pymdownx.slugs.gfm', 'ÜBER Uns', 'Über-uns'],
    ['markdown.extensions.toc.slugify_unicode', '日本 - 語', '日本-語'],
  ])('follows %s', (name, text, slug) => {
    const options = { ...readSlugOptions(name), separator: '-' };
    expect(slugify(text, options).toLowerCase()).toBe(slug.toLowerCase());
  });

  it('follows the settings of pymdownx.slugs.slugify', () => {
    const options = readSlugOptions({ kwds: { case: 'lower' } });
    expect(slugify('A  B', { ...options, separator: '_' })).toBe('a__b');
  });
});
