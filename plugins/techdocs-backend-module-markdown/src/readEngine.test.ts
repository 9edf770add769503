import { mockServices } from '@backstage/backend-test-utils';
import { readEngine } from './readEngine';

function configWith(engine: string) {
  return mockServices.rootConfig({
    data: { techdocs: { generator: { engine } } },
  });
}

describe('readEngine', () => {
  it('renders in process when nothing is configured', () => {
    expect(readEngine(mockServices.rootConfig())).toBe('markdown');
  });

  it('keeps the stock generator when asked to', () => {
    expect(readEngine(configWith('mkdocs'))).toBe('mkdocs');
  });

  it('rejects an unknown engine and names the known ones', () => {
    expect(() => readEngine(configWith('sphinx'))).toThrow(
      "Unknown engine 'sphinx' in techdocs.generator.engine; use one of: markdown, mkdocs",
    );
  });
});
