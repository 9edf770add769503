import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a person reads out of a record; what is missing is empty. */
export interface Truth {
  title: string;
  status: string;
  format: string;
  number?: number;
  date?: string;
  decisionMakers?: string[];
  consulted?: string[];
  informed?: string[];
  authors?: string[];
  tags?: string[];
  problems?: string[];
  /** Type and path of each link that the record itself states. */
  links?: [string, string][];
}

/** Reads the records that the tests are about, and what a person says that is in them. */
export function readCorpus(): {
  files: { path: string; text: string }[];
  truth: Record<string, Truth>;
} {
  const directory = join(__dirname, '__golden__', 'records');
  const files = readdirSync(directory)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(path => ({
      path,
      text: readFileSync(join(directory, path), 'utf8'),
    }));
  const truth = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'));
  return { files, truth };
}
