import { seedDirectory } from './seedProcess';

const [directory, seedsFile] = process.argv.slice(2);
seedDirectory(directory, seedsFile).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
