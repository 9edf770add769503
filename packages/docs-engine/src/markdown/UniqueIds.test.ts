import { UniqueIds } from './UniqueIds';

describe('UniqueIds', () => {
  it('counts repeated and empty ids as Python-Markdown does', () => {
    const unique = UniqueIds.create();
    const ids = ['code', 'code', 'code', 'step_1', 'step_1', '', ''].map(id =>
      unique.take(id),
    );
    expect(ids).toEqual([
      'code',
      'code_1',
      'code_2',
      'step_1',
      'step_2',
      '_1',
      '_2',
    ]);
  });

  it('continues a number that the name itself carries', () => {
    const unique = UniqueIds.create(['a', 'a_1']);
    expect(unique.take('a')).toBe('a_2');
    expect(unique.take('a_1')).toBe('a_3');
  });
});
