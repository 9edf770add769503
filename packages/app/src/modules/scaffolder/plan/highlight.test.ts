import { highlight } from './highlight';

describe('highlight', () => {
  it('colours a language by the name of its file', () => {
    expect(highlight('src/main.ts', 'const x = 1;')).toContain(
      '<span class="hljs-keyword">const</span>',
    );
    expect(highlight('Dockerfile', 'FROM node')).toContain('hljs-keyword');
  });

  it('leaves the text of an unknown language to the reader', () => {
    expect(highlight('notes.xyz', 'anything')).toBeUndefined();
    expect(highlight('constructor', 'anything')).toBeUndefined();
  });

  it.each(['a.ts', 'a.md', 'a.yaml', 'a.json', 'Dockerfile'])(
    'lets no markup of the file through in %s',
    path => {
      const markup = highlight(
        path,
        '<img src=x onerror=alert(1)> "<b>" & `<i>`',
      );
      const template = document.createElement('template');
      template.innerHTML = markup ?? '';
      const names = [...template.content.querySelectorAll('*')].map(
        ({ localName }) => localName,
      );
      expect(new Set([...names, 'span'])).toEqual(new Set(['span']));
    },
  );
});
