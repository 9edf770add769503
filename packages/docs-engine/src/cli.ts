export { runCli } from './cli/runCli';
