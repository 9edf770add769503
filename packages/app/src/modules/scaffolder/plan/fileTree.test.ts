import { toFileTree, type PlanDirectory } from './fileTree';

type Level = Pick<PlanDirectory, 'directories' | 'files'>;

/** The tree as indented lines. */
function draw({ directories, files }: Level, indent = ''): string[] {
  return [
    ...directories.flatMap(directory => [
      `${indent}${directory.name}/`,
      ...draw(directory, `${indent}  `),
    ]),
    ...files.map(({ path }) => `${indent}${path.split('/').pop()}`),
  ];
}

function tree(...paths: string[]): string[] {
  return draw(toFileTree(paths.map(path => ({ path, size: 1 }))));
}

describe('toFileTree', () => {
  it('puts directories first, each in alphabetical order', () => {
    expect(tree('b.md', 'src/z.ts', 'src/a.ts', 'docs/x.md', 'a.md')).toEqual([
      'docs/',
      '  x.md',
      'src/',
      '  a.ts',
      '  z.ts',
      'a.md',
      'b.md',
    ]);
  });

  it('draws directories that hold nothing but one another as one', () => {
    expect(tree('a/b/c/d.ts', 'a/b/c/e.ts')).toEqual([
      'a/b/c/',
      '  d.ts',
      '  e.ts',
    ]);
  });

  it('keeps apart a directory and a file whose names begin alike', () => {
    expect(tree('src/app/a.ts', 'src/app.ts', 'src-old/b.ts')).toEqual([
      'src/',
      '  app/',
      '    a.ts',
      '  app.ts',
      'src-old/',
      '  b.ts',
    ]);
  });

  it('has nothing to draw of no files', () => {
    expect(tree()).toEqual([]);
  });
});
