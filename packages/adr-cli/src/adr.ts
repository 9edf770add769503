import { runAdr } from './runAdr';

// Yarn runs scripts from the root of the repository; the paths that are given are those of the caller.
runAdr(process.argv.slice(2), {
  directory: process.env.INIT_CWD ?? process.cwd(),
  print: text => process.stdout.write(`${text}\n`),
  complain: text => process.stderr.write(`${text}\n`),
}).then(code => {
  process.exitCode = code;
});
