import { z } from 'zod';

const text = z.string().trim().min(1);

/** A file as it was before later commits changed it. */
const earlierSchema = z.strictObject({
  /** Whole lines that did not stand there yet: from the line that holds one text to that before the other, or to the end. */
  cut: z
    .array(z.strictObject({ from: text, until: text.optional() }))
    .optional(),
  /** What stood where something else stands now. */
  replace: z
    .array(z.strictObject({ now: z.string().min(1), then: z.string() }))
    .optional(),
});

const commitSchema = z.strictObject({
  /** When, with its offset from UTC: a fixed one, so that every portal makes the same commit. */
  date: z.iso.datetime({ offset: true }),
  /** One of the people. */
  author: text,
  message: text,
  /** Globs of the files that come with, or get their newest text in, this commit. */
  files: z.array(text).min(1).optional(),
  /** By path. */
  earlier: z.record(text, earlierSchema).optional(),
  /** Version tags of this commit. */
  tags: z.array(text).optional(),
});

const repositorySchema = z.strictObject({
  /** `namespace/name` */
  name: z.string().regex(/^[^/]+\/[^/]+$/, 'must be namespace/name'),
  description: text,
  /** The entity that owns it. */
  owner: text,
  /** `groundwork.examples: false` sets it aside. */
  isExample: z.boolean().default(false),
  /** Where its files are, relative to the file of the seeds. */
  directory: text,
  /** The files and directories that it has; everything when absent. */
  files: z.array(text).min(1).optional(),
  /** A directory, relative to the file of the seeds, whose files come on top. */
  overlay: text.optional(),
  history: z.array(commitSchema).min(1).refine(areFilesDivided, {
    error:
      'must name the files of each commit but the last, which has them all as they are',
  }),
});

function areFilesDivided(history: z.infer<typeof commitSchema>[]): boolean {
  const last = history.at(-1);
  return (
    !last?.files &&
    !last?.earlier &&
    history.slice(0, -1).every(({ files }) => files)
  );
}

/** A person as Git writes one: `Hana Novak <hana.novak@example.com>`. */
const personSchema = z
  .string()
  .regex(/^[^<>]+ <[^<>@\s]+@[^<>\s]+>$/, 'must be Name <address>')
  .transform(person => {
    const [name, email] = person.slice(0, -1).split(' <');
    return { name, email };
  });

/** The file of the seeds, as `examples/seeds.yaml` is written. */
export const seedsSchema = z.strictObject({
  /** Who has made the commits, by entity reference. */
  people: z.record(text, personSchema),
  repositories: z.array(repositorySchema).min(1),
});

/** A file as it was before later commits changed it. */
export type EarlierVersion = z.infer<typeof earlierSchema>;

/** One commit of a seed. */
export type SeedCommit = z.infer<typeof commitSchema>;

/** The people of the seeds, by entity reference. */
export type SeedPeople = z.infer<typeof seedsSchema>['people'];

/** A repository that comes with the portal. */
export type RepositorySeed = z.infer<typeof repositorySchema>;
