import { highlight, languageOf } from './highlight';

describe('highlight', () => {
  it('keeps every character and line of the text', () => {
    const text = '\n/* <b>\n & */ const a = "</pre><script>";\n\n';
    const lines = highlight(text, 'typescript');
    expect(
      lines.map(tokens => tokens.map(token => token.text).join('')).join('\n'),
    ).toBe(text);
  });

  it('tells kinds apart across lines', () => {
    const [first, second] = highlight('/* a\nb */', 'typescript');
    expect(first).toEqual([{ text: '/* a', kind: 'comment' }]);
    expect(second).toEqual([{ text: 'b */', kind: 'comment' }]);
  });

  it.each([
    ['src/a.ts', 'ts'],
    ['Dockerfile', 'dockerfile'],
    ['a.unknown', undefined],
  ])('finds the language of %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
