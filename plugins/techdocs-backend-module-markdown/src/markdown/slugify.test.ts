import { slugify } from './slugify';

describe('slugify', () => {
  it.each([
    ['Getting started', 'getting-started'],
    ['What is `it`?', 'what-is-it'],
    ['Snake_case & dots.in.it', 'snake_case-dotsinit'],
    ['  Café — menü  ', 'cafe-menu'],
    ['a - b', 'a-b'],
    ['日本語', ''],
  ])('turns %j into %j as Python-Markdown does', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });
});
