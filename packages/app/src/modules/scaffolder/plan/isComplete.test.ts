import { isComplete } from './isComplete';

const SCHEMA = {
  required: ['repository'],
  properties: {
    repository: { required: ['namespace', 'name'] },
    plan: {},
  },
};

describe('isComplete', () => {
  it.each([
    ['nothing', {}],
    ['a place without a name', { repository: { namespace: 'acme' } }],
    ['an empty name', { repository: { namespace: 'acme', name: '' } }],
  ])('is false for %s', (_what, value) => {
    expect(isComplete(SCHEMA, value)).toBe(false);
  });

  it('is true once all that is required is there', () => {
    expect(
      isComplete(SCHEMA, { repository: { namespace: 'acme', name: 'orders' } }),
    ).toBe(true);
  });
});
