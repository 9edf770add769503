import { isComplete, type RequiringSchema } from './isComplete';

const SCHEMA = {
  required: ['repository'],
  properties: {
    repository: { required: ['namespace', 'name'] },
    plan: {},
  },
};

/** The fields that are asked for follow from an answer. */
const CHOICE: RequiringSchema = {
  required: ['place'],
  properties: { place: {}, plan: {} },
  dependencies: {
    place: {
      oneOf: [
        {
          required: ['platform'],
          properties: { place: { enum: ['platform'] }, platform: {} },
        },
        {
          required: ['repository'],
          properties: {
            place: { enum: ['repository'] },
            repository: { required: ['namespace', 'name'] },
          },
        },
      ],
    },
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

  it.each([
    ['no choice', {}],
    ['a choice without what it asks for', { place: 'platform' }],
    [
      'what another choice had asked for',
      { place: 'repository', platform: 'system:default/shop' },
    ],
    [
      'a part of what the choice asks for',
      { place: 'repository', repository: { namespace: 'acme' } },
    ],
  ])('is false for %s', (_what, value) => {
    expect(isComplete(CHOICE, value)).toBe(false);
  });

  it.each([
    { place: 'platform', platform: 'system:default/shop' },
    { place: 'repository', repository: { namespace: 'acme', name: 'orders' } },
  ])('is true once what follows from the choice is there: %j', value => {
    expect(isComplete(CHOICE, value)).toBe(true);
  });
});
