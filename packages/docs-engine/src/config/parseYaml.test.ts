import { parseYaml } from './parseYaml';

describe('parseYaml', () => {
  it('takes python tags for plain values and reports them', () => {
    const { value, unknownTags } = parseYaml(
      [
        "run: !!python/object/apply:os.system ['touch pwned']",
        'name: !!python/name:os.system',
        'home: !ENV [HOME, fallback]',
      ].join('\n'),
      'mkdocs.yml',
    );
    expect(value).toEqual({
      run: ['touch pwned'],
      name: '',
      home: ['HOME', 'fallback'],
    });
    expect(unknownTags).toEqual([
      expect.stringContaining('python/object/apply:os.system'),
      expect.stringContaining('python/name:os.system'),
      expect.stringContaining('!ENV'),
    ]);
  });

  it('knows the names of functions that make heading ids', () => {
    const { value, unknownTags } = parseYaml(
      'slugify: !!python/name:pymdownx.slugs.uslugify',
      'mkdocs.yml',
    );
    expect(value).toEqual({ slugify: 'pymdownx.slugs.uslugify' });
    expect(unknownTags).toEqual([]);
  });

  it('refuses aliases that multiply', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, previous] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf']) {
      lines.push(
        `${name}: &${name} [${Array(9).fill(`*${previous}`).join(', ')}]`,
      );
    }
    expect(() => parseYaml(lines.join('\n'), 'mkdocs.yml')).toThrow(
      'mkdocs.yml is not valid YAML: Excessive alias count',
    );
  });

  it('does not set the prototype of the result', () => {
    const { value } = parseYaml('__proto__: { polluted: true }', 'mkdocs.yml');
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('refuses nesting that exhausts the stack', () => {
    expect(() => parseYaml('['.repeat(100_000), 'mkdocs.yml')).toThrow(
      'mkdocs.yml is not valid YAML',
    );
  });

  it('names the file and the place of a mistake', () => {
    expect(() => parseYaml('a: [1, 2', 'mkdocs.yml')).toThrow(
      /mkdocs.yml is not valid YAML: .*line 1/,
    );
  });
});
