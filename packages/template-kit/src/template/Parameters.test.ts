import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { Parameters } from './Parameters';

const parameters = Parameters.of({
  spec: {
    parameters: [
      { properties: { name: { type: 'string' } } },
      {
        properties: {
          place: { enum: ['platform', 'repository'], default: 'platform' },
        },
        dependencies: {
          place: {
            oneOf: [
              {
                properties: {
                  place: { enum: ['platform'] },
                  platform: { type: 'string' },
                },
              },
              {
                properties: {
                  place: { enum: ['repository'] },
                  repository: { type: 'string', default: 'new' },
                },
              },
            ],
          },
        },
      },
    ],
  },
} as unknown as TemplateEntityV1beta3);

describe('the parameters of a template', () => {
  it('lists what is asked only after some answers', () => {
    expect(Object.keys(parameters.listAll()).sort()).toEqual([
      'name',
      'place',
      'platform',
      'repository',
    ]);
  });

  it('keeps the choices of a question that others depend on', () => {
    expect(parameters.listAll().place.enum).toEqual(['platform', 'repository']);
  });

  it('fills in the defaults of what is asked', () => {
    expect(parameters.complete({ name: 'a', place: 'repository' })).toEqual({
      name: 'a',
      place: 'repository',
      repository: 'new',
    });
  });

  it('leaves out answers to what is not asked', () => {
    expect(
      parameters.complete({ name: 'a', platform: 'p', repository: 'r' }),
    ).toEqual({ name: 'a', place: 'platform', platform: 'p' });
  });
});
