import { readFile } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Kit } from '../commands/Kit';
import { ifMissing } from '../ifMissing';
import type { RenderedTree } from '../render/RenderedTree';
import type { Finding } from '../rules/Finding';
import { compareGolden, writeFiles } from './goldenFiles';

const schema = z.array(
  z.strictObject({
    directory: z.string(),
    /** What templates wrote, in this order, each into what was there. */
    parts: z.array(z.strictObject({ template: z.string(), case: z.string() })),
    /** Globs of what people wrote since, or changed. */
    own: z.array(z.string()),
  }),
);

type Composition = z.infer<typeof schema>[number];

/** Says where a repository that several templates made together is no longer what they make. */
export async function compareComposition(kit: Kit): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const composition of await readCompositions(kit)) {
    const { directory } = composition;
    const tree = await compose(kit, composition);
    const differences = await compareGolden(
      join(kit.directories.examples, directory),
      tree,
    );
    findings.push(
      ...differences
        .filter(({ place }) => !isOwn(composition, place))
        .map(finding => ({
          ...finding,
          place: `examples/${directory}: ${finding.place}`,
        })),
    );
  }
  return findings;
}

/**
 * Writes what the templates make, and leaves alone what people wrote.
 *
 * @returns the directories that were written
 */
export async function updateCompositions(kit: Kit): Promise<string[]> {
  const written: string[] = [];
  for (const composition of await readCompositions(kit)) {
    const directory = join(kit.directories.examples, composition.directory);
    const { files } = await compose(kit, composition);
    await writeFiles(directory, {
      files: files.filter(({ path }) => !isOwn(composition, path)),
    });
    written.push(directory);
  }
  return written;
}

/** The repository as the templates made it, before anybody worked in it. */
async function compose(
  kit: Kit,
  { parts }: Composition,
): Promise<RenderedTree> {
  let repository: RenderedTree = { files: [] };
  for (const part of parts) {
    const { template, values } = kit.findCase(part.template, part.case);
    ({ repository } = await kit.render(template, values, repository));
  }
  return repository;
}

async function readCompositions({ directories }: Kit): Promise<Composition[]> {
  const file = join(directories.examples, 'compositions.yaml');
  const text = await ifMissing(readFile(file, 'utf8'), '[]');
  return schema.parse(parse(text));
}

function isOwn({ own }: Composition, path: string): boolean {
  return own.some(glob => matchesGlob(path, glob));
}
