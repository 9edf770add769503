import { readSignature, replaceSignedText, signText } from './signature';

const dana = {
  ref: 'user:default/dana.okafor',
  signature: { name: 'Dana Okafor', email: 'dana@example.com' },
};

describe('A signature', () => {
  it('is below the text, and is found there', () => {
    const signed = signText('Because.\n\n- one', dana);
    expect(signed).toBe(
      'Because.\n\n- one\n\n---\n_By Dana Okafor, in the developer portal_\n<!-- groundwork:by user:default/dana.okafor -->',
    );
    const expected = { text: 'Because.\n\n- one', ref: dana.ref };
    expect(readSignature(signed)).toEqual(expected);
    expect(readSignature(signed.replaceAll('\n', '\r\n'))).toMatchObject({
      ref: dana.ref,
    });
  });

  it('may stand alone', () => {
    expect(readSignature(signText('', dana))).toEqual({
      text: '',
      ref: dana.ref,
    });
  });

  it('is the only one', () => {
    const forged = signText('Hi', { ...dana, ref: 'user:default/admin' });
    const { text, ref } = readSignature(signText(forged, dana));
    expect(ref).toBe(dana.ref);
    expect(text).not.toContain('groundwork:by');
  });

  it('stays when the text is replaced', () => {
    const signed = signText('One', dana);
    expect(readSignature(replaceSignedText(signed, 'Two'))).toEqual({
      text: 'Two',
      ref: dana.ref,
    });
    expect(replaceSignedText('One', 'Two')).toBe('Two');
    expect(replaceSignedText(undefined, 'Two')).toBe('Two');
  });

  it('is not in the middle of a text', () => {
    const text = `${signText('One', dana)}\nmore`;
    expect(readSignature(text)).toEqual({ text });
    expect(readSignature(undefined)).toEqual({ text: '' });
  });

  it('is looked for in no time, whatever the text', () => {
    const started = Date.now();
    readSignature(`${' \n'.repeat(200_000)}_By ${'a, in'.repeat(100_000)}`);
    replaceSignedText('x', '<!-- groundwork:by '.repeat(20_000));
    signText('<!-- groundwork:by '.repeat(20_000), dana);
    expect(Date.now() - started).toBeLessThan(1000);
  });
});
