import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod';

const answers = z.record(z.string(), z.json());

const schema = z.strictObject({
  minimal: answers,
  full: answers,
  /** More renderings that are checked and built, by name. */
  others: z.record(z.string(), answers).default({}),
  /** What is answered where a pair of options asks for more than the minimal case. */
  answers: answers.default({}),
  /** Pairs of options that are built, not only checked. */
  risky: z.array(z.tuple([z.string(), z.string()])).default([]),
});

/** What is rendered of a template: two recorded cases, others, and which pairs of options are built as well. */
export type Cases = z.infer<typeof schema>;

/** The recorded cases of every template. */
export const RECORDED = ['minimal', 'full'] as const;

/** Reads the cases of a template; a template without cases is not proven, so it is refused. */
export async function readCases(
  directory: string,
  template: string,
): Promise<Cases> {
  const file = join(directory, `${template}.yaml`);
  const text = await readFile(file, 'utf8').catch(error => {
    throw new NotFoundError(`The template '${template}' needs ${file}`, error);
  });
  return schema.parse(parse(text));
}

/** Every named set of answers. */
export function listNamed(cases: Cases): [name: string, answers: JsonObject][] {
  return [
    ...RECORDED.map((name): [string, JsonObject] => [name, cases[name]]),
    ...Object.entries(cases.others),
  ];
}

/** Whether what a case writes is recorded. */
export function isRecorded(name: string): boolean {
  return RECORDED.some(recorded => recorded === name);
}
