import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GREETING, writeTemplates } from '../testing/writeTemplates';
import { check } from './check';
import { Kit } from './Kit';
import { prove } from './prove';
import { update } from './update';

const TEMPLATE = 'templates/greeting.yaml';

/** Rules about repositories, which the small template of these tests does not make. */
const ABOUT_REPOSITORIES = new Set(['catalog-files', 'decisions']);

async function findRules(
  files: Record<string, string | undefined>,
): Promise<string[]> {
  const directories = await writeTemplates({ ...GREETING, ...files });
  try {
    await Kit.with(directories, update);
    const { findings } = await Kit.with(directories, check);
    return findings
      .map(({ rule }) => rule)
      .filter(rule => !ABOUT_REPOSITORIES.has(rule));
  } finally {
    await rm(directories.root, { recursive: true });
  }
}

function spoiled(path: string, from: string | RegExp, to: string) {
  return { [path]: GREETING[path].replace(from, to) };
}

describe('the template kit', () => {
  it('finds nothing wrong with a sound template', async () => {
    await expect(findRules({})).resolves.toEqual([]);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'layer-collision',
      'two layers that write one file',
      { 'templates/layers/code/index.md': '# Mine\n' },
    ],
    [
      'value-unsupplied',
      'a value that no step supplies',
      spoiled('templates/layers/docs/index.md.njk', 'name', 'title'),
    ],
    [
      'value-unused',
      'a value that no layer uses',
      spoiled(
        TEMPLATE,
        'loud: ${{',
        'loudness: ${{ parameters.loud }}\n          loud: ${{',
      ),
    ],
    [
      'parameter-unknown',
      'a parameter that no page asks for',
      spoiled(TEMPLATE, 'parameters.loud', 'parameters.volume'),
    ],
    [
      'step-unknown',
      'the output of a step that does not exist',
      spoiled(TEMPLATE, 'parameters.loud', 'steps.publish.output.url'),
    ],
    [
      'case-parameter-unknown',
      'a case with a parameter that no page asks for',
      spoiled('cases/greeting.yaml', 'loud: true', 'loud: true, colour: red'),
    ],
    [
      'text-hygiene',
      'a fault that only one pair of options shows',
      spoiled('templates/layers/code/main.sh.njk', 'HELLO', 'TODO'),
    ],
  ])('%s finds %s', async (rule, _what, files) => {
    await expect(findRules(files)).resolves.toContain(rule);
  });

  it('refuses values that the schema of the template refuses', async () => {
    await expect(
      findRules(spoiled('cases/greeting.yaml', 'name: orders', 'name: o')),
    ).rejects.toThrow(/minimum length of 3/);
  });

  it('refuses a template without cases, naming the file to write', async () => {
    await expect(
      findRules({ 'cases/greeting.yaml': undefined }),
    ).rejects.toThrow(/'greeting' needs .*greeting\.yaml/);
  });

  it('says in which line a rendering differs from the recorded one', async () => {
    const directories = await writeTemplates(GREETING);
    await Kit.with(directories, update);
    await writeFile(
      join(directories.examples, 'golden/greeting/full/index.md'),
      '# changed by hand\n',
    );
    const { findings } = await Kit.with(directories, check);
    expect(findings).toContainEqual({
      rule: 'golden',
      place: 'greeting/full: index.md',
      message: 'differs from the recorded one in line 1',
    });
    await rm(directories.root, { recursive: true });
  });

  it('renders every pair of options', async () => {
    const directories = await writeTemplates(GREETING);
    const { renderings } = await Kit.with(directories, check);
    // Two recorded cases, and two options of two values each.
    expect(renderings).toHaveLength(6);
    await rm(directories.root, { recursive: true });
  });

  it('proves the recorded cases and the risky pairs, and reports what failed', async () => {
    const directories = await writeTemplates({
      ...GREETING,
      'templates/layers/code/Makefile.njk':
        'check:\n\t@{% if values.loud %}echo too loud; false{% else %}true{% endif %}\n',
    });
    const proofs = await Kit.with(directories, kit =>
      prove(kit, { env: process.env }),
    );
    expect(proofs.map(({ name, status }) => [name, status])).toEqual([
      ['greeting/minimal', 'passed'],
      ['greeting/full', 'failed'],
      ['greeting/loud=true,language=german', 'failed'],
    ]);
    expect(proofs[1].reason).toContain('too loud');
    await rm(directories.root, { recursive: true });
  });
});
