import { readProof } from './proof';

function read(annotations: Record<string, string>) {
  return readProof({ metadata: { name: 'service', annotations } });
}

const PROVEN = {
  'backstage.io/template-version': '1.2.0',
  'groundwork.io/proven-version': '1.2.0',
  'groundwork.io/proven-at': '2026-11-24',
  'groundwork.io/proven-with': 'Node.js 24.21.0',
};

describe('readProof', () => {
  it('is proven when the version that was proven is the one that is offered', () => {
    expect(read(PROVEN)).toEqual({
      version: '1.2.0',
      proof: {
        state: 'proven',
        version: '1.2.0',
        at: new Date('2026-11-24'),
        with: 'Node.js 24.21.0',
      },
    });
  });

  it('is outdated when another version was proven', () => {
    expect(
      read({ ...PROVEN, 'backstage.io/template-version': '1.3.0' }).proof,
    ).toMatchObject({ state: 'outdated', version: '1.2.0' });
  });

  it('is unproven when nothing was recorded', () => {
    expect(read({ 'backstage.io/template-version': '1.0.0' })).toEqual({
      version: '1.0.0',
      proof: { state: 'unproven' },
    });
  });

  it('leaves a date out that is none', () => {
    expect(
      read({ ...PROVEN, 'groundwork.io/proven-at': 'yesterday' }).proof,
    ).toMatchObject({ state: 'proven', at: undefined });
  });
});
