import { readableText } from './readableText';

describe('readableText', () => {
  it('keeps the words of sections, and leaves out what is not prose', () => {
    const text = [
      '---',
      'status: accepted',
      '---',
      '# Use queues',
      '',
      '## Context',
      '',
      'Orders **get** [lost](https://example.com/lost).',
      '',
      '| a | b |',
      '| --- | --- |',
      '| one | two |',
      '',
      '```ts',
      'const hidden = 1;',
      '```',
      '',
      '<!-- hidden -->',
      '1. See ![a picture](x.png) and `code`.',
    ].join('\n');
    expect(readableText(text)).toBe(
      'Context Orders get lost. a b one two See a picture and code.',
    );
  });

  it('takes as long as the text is, whatever it holds', () => {
    const begin = performance.now();
    for (const mark of ['[', '<', '![', '*', '|', '(', '[a](', '- ', '\n#']) {
      readableText(mark.repeat(399_000 / mark.length));
    }
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  it('gives nothing for a file that is no record', () => {
    expect(readableText('x'.repeat(500_000))).toBe('');
  });
});
