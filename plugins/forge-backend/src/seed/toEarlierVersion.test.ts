import { toEarlierVersion } from './toEarlierVersion';

const NOW = Buffer.from(
  [
    'version: 2',
    'paths:',
    '  /a: {}',
    '  /b:',
    '    get: {}',
    'end: $1',
    '',
  ].join('\n'),
);

function earlier(change: object) {
  return toEarlierVersion(NOW, {
    path: 'api.yaml',
    version: change,
  }).toString();
}

describe('toEarlierVersion', () => {
  it('cuts whole lines up to another', () => {
    expect(earlier({ cut: [{ from: '/b:', until: 'end:' }] })).toBe(
      'version: 2\npaths:\n  /a: {}\nend: $1\n',
    );
  });

  it('cuts to the end where no other line is named', () => {
    expect(earlier({ cut: [{ from: 'paths:' }] })).toBe('version: 2\n');
  });

  it('puts back what stood there, to the letter', () => {
    expect(
      earlier({
        cut: [{ from: 'paths:' }],
        replace: [{ now: '2', then: '$&' }],
      }),
    ).toBe('version: $&\n');
  });

  it.each([
    ['cut', { cut: [{ from: '/c:' }] }, '/c:'],
    ['cut before its end', { cut: [{ from: 'end:', until: '/b:' }] }, '/b:'],
    ['replaced', { replace: [{ now: 'version: 3', then: '' }] }, 'version: 3'],
  ])('names a text that cannot be %s', (_, change, text) => {
    expect(() => earlier(change)).toThrow(
      `An earlier version of 'api.yaml' is made from a text that the file does not have: '${text}'`,
    );
  });
});
