import { createMockDirectory } from '@backstage/backend-test-utils';
import { runCli } from './runCli';

const source = createMockDirectory();

async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await runCli(args, line => lines.push(line));
  return { code, output: lines.join('\n') };
}

describe('groundwork-docs', () => {
  it('ends with 0 when there is nothing to fix', async () => {
    source.setContent({ 'docs/index.md': '# Home' });
    expect(await run('check', source.path)).toEqual({
      code: 0,
      output: 'Nothing to fix in 1 page',
    });
  });

  it('names file, line and fault, and ends with 1', async () => {
    source.setContent({ 'docs/index.md': '# Home\n\n[gone](gone.md)' });
    expect(await run('check', source.path)).toEqual({
      code: 1,
      output: [
        `${source.path}/docs/index.md:3: link 'gone.md' points to a file that does not exist (broken-link)`,
        '1 thing to fix in 1 page',
      ].join('\n'),
    });
  });

  it('tells GitHub about findings, whatever their files are called', async () => {
    source.setContent({
      'docs/index.md': '# Home',
      'docs/a::b,c.md': 'text\n[gone](%0A::warning.md)',
    });
    const { output } = await run('check', source.path, '--format', 'github');
    expect(output).toContain(
      '/docs/a%3A%3Ab%2Cc.md,line=2,title=broken-link::',
    );
    expect(output.split('\n').filter(line => /^::warning/.test(line))).toEqual(
      [],
    );
  });

  it('prints the whole report as JSON', async () => {
    source.setContent({ 'docs/index.md': '# Home' });
    const { output } = await run('check', source.path, '--format=json');
    expect(JSON.parse(output)).toEqual({ pages: 1, counts: {}, findings: [] });
  });

  it('ends with 2 and the reason when the source cannot be read', async () => {
    source.setContent({ 'mkdocs.yml': 'nav: [' });
    const { code, output } = await run('check', source.path);
    expect(code).toBe(2);
    expect(output).toContain('mkdocs.yml is not valid YAML');
  });

  it.each([
    [['build', '.'], 'groundwork-docs check [directory]'],
    [['check', '.', '--format=xml'], '--format text|github|json'],
    [['check', '--fast'], "Unknown option '--fast'"],
    [['check', 'nowhere'], "No directory 'nowhere'"],
  ])('ends with 2 and says how it is called for %j', async (args, text) => {
    const { code, output } = await run(...args);
    expect(code).toBe(2);
    expect(output).toContain(text);
  });
});
