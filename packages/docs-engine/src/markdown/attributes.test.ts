import { parseAttributes } from './attributes';

describe('parseAttributes', () => {
  it('reads ids, classes and values', () => {
    expect(parseAttributes(`: #id .one .two title="a b" x='y' z=1 `)).toEqual({
      id: 'id',
      classes: ['one', 'two'],
      values: [
        ['title', 'a b'],
        ['x', 'y'],
        ['z', '1'],
      ],
    });
  });

  it.each(['id', 'user id', '', ':', '"a"', '#', 'a="b'])(
    'takes %j for text',
    text => {
      expect(parseAttributes(text)).toBeUndefined();
    },
  );
});
