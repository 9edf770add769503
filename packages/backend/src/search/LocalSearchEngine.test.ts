import { once } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import { LocalSearchEngine } from './LocalSearchEngine';

function createEngine() {
  return LocalSearchEngine.create(
    new LunrSearchEngine({ logger: mockServices.logger.mock() }),
  );
}

async function index(engine: LocalSearchEngine, type: string, texts: string[]) {
  const indexer = await engine.getIndexer(type);
  texts.forEach((text, position) =>
    indexer.write({ title: text, text, location: `/${type}/${position}` }),
  );
  indexer.end();
  await once(indexer, 'close');
}

describe('LocalSearchEngine', () => {
  it('asks to try again while the index is not built', async () => {
    await expect(
      createEngine().query({ term: 'auth', types: ['techdocs'] }),
    ).rejects.toMatchObject({
      name: 'MissingIndexError',
      statusCode: 503,
      message:
        'The search index of techdocs is being built; try again in a few seconds',
    });
  });

  it('finds nothing where there is nothing to index', async () => {
    const engine = createEngine();
    await index(engine, 'techdocs', []);

    await expect(
      engine.query({ term: 'auth', types: ['techdocs'] }),
    ).resolves.toMatchObject({ results: [] });
  });

  it('finds what is indexed', async () => {
    const engine = createEngine();
    await index(engine, 'techdocs', ['auth service', 'data service']);

    const { results } = await engine.query({
      term: 'auth',
      types: ['techdocs'],
    });

    expect(results.map(({ document }) => document.title)).toEqual([
      'auth service',
    ]);
  });
});
