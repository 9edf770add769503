import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { component, LogBackend } from '../__testUtils__/LogBackend';
import { createOpenApi } from './openApi';
import { writeOpenApi } from './openApiFile';
import { operations } from './operations';

jest.setTimeout(60_000);

const FILE = join(
  __dirname,
  '../../../../apis/generated/decisions.openapi.yaml',
);

describe('the description of the API', () => {
  it('is what the catalog shows; `yarn openapi` writes it', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(writeOpenApi());
  });

  it('has every operation, and no parameter that is an address or a path of a file', () => {
    const { paths } = createOpenApi() as {
      paths: Record<
        string,
        Record<string, { operationId: string; parameters?: { name: string }[] }>
      >;
    };
    const described = Object.values(paths).flatMap(path => Object.values(path));
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(
      Object.keys(operations).sort(),
    );
    const names = described.flatMap(({ parameters = [] }) =>
      parameters.map(({ name }) => name),
    );
    expect(names).not.toContain('url');
    expect(names).not.toContain('path');
    expect(names).not.toContain('file');
  });

  it('says what the answers look like', async () => {
    const backend = await LogBackend.start({
      entities: [component('orders', { system: 'system:default/shop' })],
    });
    try {
      await backend.create('orders', {
        'docs/adr/0001-a.md':
          '---\nstatus: accepted\ndate: 2024-01-01\ndecision-makers: [Ada]\n---\n# A\n\n## Context\n\nB\n\n## Decision\n\nC\n',
      });
      await backend.untilCount(1);
      const id = await backend.idOf('orders', 'docs/adr/0001-a.md');
      const draft = {
        title: 'Do it',
        format: 'nygard',
        context: 'Why.',
        options: [],
        outcome: 'So.',
        decisionMakers: [],
        consulted: [],
        informed: [],
        tags: [],
        affects: [],
      };
      const answers: [keyof typeof operations, { body: unknown }][] = [
        [
          'proposeDecision',
          await backend.post('/decisions', {
            entityRef: 'component:default/orders',
            draft,
          }),
        ],
        ['listDecisions', await backend.get('/decisions')],
        ['getDecision', await backend.get(`/decisions/${id}`)],
        ['getHistory', await backend.get(`/decisions/${id}/history`)],
        [
          'resolveDecision',
          await backend.get('/decisions/resolve?address=acme/orders/-/1'),
        ],
        ['drawGraph', await backend.get('/decisions/graph')],
        ['showTimeline', await backend.get('/decisions/timeline')],
        ['listProposals', await backend.get('/proposals')],
        ['listWaiting', await backend.get('/waiting')],
        ['listSources', await backend.get('/sources')],
        [
          'listOfEntity',
          await backend.get('/entities/component/default/orders/decisions'),
        ],
        [
          'findPlace',
          await backend.get('/entities/component/default/orders/place'),
        ],
        [
          'decide',
          await backend.post(`/decisions/${id}/transitions`, {
            status: 'deprecated',
          }),
        ],
        [
          'lint',
          await backend.post('/lint', {
            files: [{ path: '0001-a.md', text: '# A\n' }],
          }),
        ],
      ];
      for (const [name, { body }] of answers) {
        expect([
          name,
          operations[name].response?.safeParse(body).error,
        ]).toEqual([name, undefined]);
      }
      const described = await backend.get('/openapi.json');
      expect(described.body).toEqual(
        JSON.parse(JSON.stringify(createOpenApi())),
      );
    } finally {
      await backend.stop();
    }
  });
});
