import { selectPublicInputs } from './publicInputs';

describe('selectPublicInputs', () => {
  it('keeps the answers, and leaves out what is nothing', () => {
    expect(
      selectPublicInputs(
        { name: 'orders', plan: null, place: { host: 'embedded', note: null } },
        [],
        [],
      ),
    ).toEqual({
      inputs: { name: 'orders', place: { host: 'embedded' } },
      secretInputs: [],
    });
  });

  it.each([
    ['the field Secret', { 'ui:field': 'Secret' }],
    ['a password widget', { 'ui:widget': 'password' }],
    ['the option of a widget', { 'ui:options': { widget: 'password' } }],
    ['a format', { format: 'password' }],
    ['write-only', { writeOnly: true }],
  ])('leaves out what is secret by %s', (_what, schema) => {
    const properties = { token: { type: 'string', ...schema } };
    expect(
      selectPublicInputs({ token: 'x', name: 'y' }, [{ properties }], []),
    ).toEqual({ inputs: { name: 'y' }, secretInputs: ['token'] });
  });

  it('looks into objects, lists and everything that a schema is composed of', () => {
    const token = { 'ui:field': 'Secret' };
    const schemas = [
      { properties: { registry: { properties: { token } } } },
      {
        properties: {
          mirrors: { items: { properties: { key: { writeOnly: true } } } },
          codes: { items: { format: 'password' } },
        },
      },
      {
        dependencies: {
          cache: { oneOf: [{ properties: { password: token } }] },
        },
        allOf: [{ then: { properties: { pin: token } } }],
      },
    ];
    expect(
      selectPublicInputs(
        {
          registry: { token: 'a', url: 'b' },
          mirrors: [{ key: 'c', url: 'd' }],
          codes: ['e'],
          password: 'f',
          pin: 'g',
        },
        schemas,
        [],
      ),
    ).toEqual({
      inputs: { registry: { url: 'b' }, mirrors: [{ url: 'd' }], codes: [] },
      secretInputs: [
        'codes.*',
        'mirrors.*.key',
        'password',
        'pin',
        'registry.token',
      ],
    });
  });

  it('leaves out what bears the name of a secret of the task', () => {
    expect(selectPublicInputs({ token: '***' }, [], ['token'])).toEqual({
      inputs: {},
      secretInputs: ['token'],
    });
  });
});
