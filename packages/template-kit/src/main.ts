import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCheck } from './cli/runCheck';
import { runLock } from './cli/runLock';
import { runProve } from './cli/runProve';
import { runUpdate } from './cli/runUpdate';
import { findDirectories } from './commands/Kit';

const USAGE = `yarn templates check                   judge every template, its cases and every pair of its options
yarn templates update                  record anew what the cases write
yarn templates lock                    let the package manager write anew the lockfile from which others take entries
yarn templates prove [NAME] [--record] build the cases and the risky pairs, or those whose name begins so; seed faults;
                                       release; and write into the templates when they were proven

--report FILE                          write what became of each rendering as JSON`;

async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { record: { type: 'boolean' }, report: { type: 'string' } },
  });
  const [command, only] = positionals;
  const root = resolve(__dirname, '..', '..', '..');
  const directories = findDirectories(root);
  switch (command) {
    case 'check':
      return runCheck(directories, values);
    case 'update':
      return runUpdate(directories);
    case 'lock':
      return runLock(directories, root);
    case 'prove':
      return runProve(directories, { ...values, root, only });
    default:
      // eslint-disable-next-line no-console -- this is the command line of the kit
      console.error(USAGE);
      return 2;
  }
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    // eslint-disable-next-line no-console -- this is the command line of the kit
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
