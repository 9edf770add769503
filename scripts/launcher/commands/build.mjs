import { checkMachine, prepare } from '../preflight.mjs';

/** Brings the packages and the built frontend up to date, and says so. */
export async function run(context) {
  await checkMachine(context);
  await prepare(context);
  context.output.line('The frontend is built: packages/app/dist');
  return 0;
}
