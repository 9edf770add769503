import { describeActor } from './describeActor';

const REF = 'user:default/dana.okafor';

describe('describeActor', () => {
  it.each([
    [
      'the profile',
      {
        metadata: { title: 'D.' },
        spec: { profile: { displayName: 'Dana', email: 'dana@example.com' } },
      },
      { name: 'Dana', email: 'dana@example.com' },
    ],
    [
      'the title',
      { metadata: { title: 'D.' }, spec: { profile: { displayName: '' } } },
      { name: 'D.', email: 'dana.okafor@users.groundwork.invalid' },
    ],
    [
      'the reference',
      { metadata: {}, spec: { profile: null } },
      { name: 'dana.okafor', email: 'dana.okafor@users.groundwork.invalid' },
    ],
  ])('takes the name from %s', (_where, entity, signature) => {
    expect(describeActor(REF, entity)).toEqual({ ref: REF, signature });
  });

  it('knows somebody of whom the catalog knows nothing', () => {
    expect(describeActor(REF).signature.name).toBe('dana.okafor');
  });
});
