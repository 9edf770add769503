import { splitFrontMatter } from './frontMatter';

describe('splitFrontMatter', () => {
  it('reads the title and what the page hides', () => {
    const { frontMatter, body } = splitFrontMatter(
      '---\ntitle: My page\nhide: [toc]\n---\n# Text\n',
    );
    expect(frontMatter).toEqual({
      title: 'My page',
      hidesNavigation: false,
      hidesContents: true,
      isHiddenFromSearch: false,
    });
    expect(body.trim()).toBe('# Text');
  });

  it('reads whether search may find the page', () => {
    const { frontMatter } = splitFrontMatter(
      '---\nsearch: { exclude: true }\n---\n',
    );
    expect(frontMatter.isHiddenFromSearch).toBe(true);
  });

  it('keeps the line numbers of the text', () => {
    const { body } = splitFrontMatter('---\ntitle: x\n---\ntext');
    expect(body.split('\n')[3]).toBe('text');
  });

  it('leaves a horizontal rule alone', () => {
    const text = '---\n\nNo front matter';
    expect(splitFrontMatter(text).body).toBe(text);
  });

  it('reports front matter that is not YAML', () => {
    const { problems } = splitFrontMatter('---\ntitle: [\n---\n');
    expect(problems).toEqual([
      expect.stringContaining('Front matter is not valid YAML'),
    ]);
  });
});
