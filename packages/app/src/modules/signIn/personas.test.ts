import { mockApis } from '@backstage/frontend-test-utils';
import { choosePersona, chosenPersona, readPersonas } from './personas';

describe('readPersonas', () => {
  it('lists the personas of a local portal in their order', () => {
    const config = mockApis.config({
      data: {
        auth: {
          providers: {
            persona: {
              personas: {
                viewer: { title: 'Viewer', userEntityRef: 'user:default/vera' },
                admin: { title: 'Admin', userEntityRef: 'user:default/adam' },
              },
            },
          },
        },
      },
    });
    expect(readPersonas(config)).toEqual([
      { name: 'viewer', title: 'Viewer', userEntityRef: 'user:default/vera' },
      { name: 'admin', title: 'Admin', userEntityRef: 'user:default/adam' },
    ]);
  });

  it('lists none in production', () => {
    expect(readPersonas(mockApis.config({ data: {} }))).toEqual([]);
  });
});

describe('the chosen persona', () => {
  it('is remembered until it is forgotten', () => {
    choosePersona('admin');
    expect(chosenPersona()).toBe('admin');
    choosePersona(undefined);
    expect(chosenPersona()).toBeUndefined();
  });
});
