import { component, LogBackend } from '../__testUtils__/LogBackend';

jest.setTimeout(60_000);

const MADR = (title: string, fields: string) =>
  `---\n${fields}\n---\n# ${title}\n\n## Context and Problem Statement\n\nWhy.\n\n## Decision Outcome\n\nChosen option: "A", because B.\n`;

describe('what waits for somebody', () => {
  let backend: LogBackend;

  afterEach(() => backend.stop());

  const person = (name: string, displayName: string, email: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'github.com/user-login': `${name}-gh` },
    },
    spec: { profile: { displayName, email } },
  });

  it.each([
    ['by reference', 'user:default/dana'],
    ['by name', 'Dana Okafor (CTO)'],
    ['by handle', '"@dana-gh"'],
    ['by address', 'dana@acme.example'],
  ])('is what names them %s', async (_how, name) => {
    backend = await LogBackend.start({
      entities: [
        component('orders', { owner: 'group:default/others' }),
        person('dana', 'Dana Okafor', 'dana@acme.example'),
        person('finn', 'Finn Berg', 'finn@acme.example'),
      ],
    });
    await backend.create('orders', {
      'docs/adr/0001-a.md': MADR(
        'A',
        `status: proposed\ndate: 2024-01-01\ndecision-makers: [${name}]`,
      ),
      'docs/adr/0002-b.md': MADR(
        'B',
        'status: accepted\ndecision-makers: [Dana Okafor]',
      ),
    });
    await backend.untilCount(2);

    const [dana, finn] = await Promise.all(
      ['dana', 'finn'].map(user => backend.get('/waiting', user)),
    );

    expect(dana.body.items).toEqual([
      expect.objectContaining({ title: 'A', reason: 'named' }),
    ]);
    expect(finn.body.items).toEqual([]);
  });

  it('is what their own asks for when nobody whom the catalog knows is named', async () => {
    backend = await LogBackend.start({
      entities: [component('orders', { owner: 'user:default/dana' })],
    });
    await backend.create('orders', {
      'docs/adr/0001-a.md': MADR(
        'A',
        'status: proposed\ndecision-makers: [Somebody Else]',
      ),
    });
    await backend.untilCount(1);

    const { body } = await backend.get('/waiting', 'dana');

    expect(body.items).toEqual([
      expect.objectContaining({ title: 'A', reason: 'owner' }),
    ]);
    expect((await backend.get('/waiting', 'finn')).body.items).toEqual([]);
  });
});
