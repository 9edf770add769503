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
      '<script>hidden()</script>',
    ].join('\n');
    expect(readableText(text)).toBe('Context Orders get lost. a b one two');
  });

  it('gives nothing for a file that is no record', () => {
    expect(readableText('x'.repeat(500_000))).toBe('');
  });
});
