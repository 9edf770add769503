import { relative } from 'node:path';
import { readLogTail } from './logFile.mjs';
import { Problem } from './problem.mjs';
import { REGISTRY_REMEDY } from './registry.mjs';

const SEARCHED_LINES = 400;
const SHOWN_LINES = 12;

const CAUSES = [
  {
    pattern: /ENOSPC|no space left/i,
    message: what => `The disk became full while installing ${what}.`,
    remedy:
      'Free some space (3 GB are enough), then run this again: it continues where it stopped.',
  },
  {
    pattern:
      /UNABLE_TO_(?:GET_ISSUER|VERIFY)|SELF_SIGNED|self[- ]signed|CERT_HAS_EXPIRED|unable to get local issuer/i,
    message: what =>
      `The package registry shows a certificate that this machine does not trust, so ${what} cannot be installed.`,
    remedy:
      'Point npm at the certificates of your network: npm config set cafile <file>. Then run this again.',
  },
  {
    pattern:
      /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|YN0080|RequestError|TimeoutError|network (?:timeout|request)/,
    message: what =>
      `The package registry cannot be reached, so ${what} cannot be installed.`,
    remedy: REGISTRY_REMEDY,
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    message: what =>
      `A file or directory cannot be written, so ${what} cannot be installed.`,
    remedy:
      'Make the repository and your home directory writable for you, for example: sudo chown -R "$(id -u)" node_modules var',
  },
  {
    pattern: /YN0028/,
    message: () => 'yarn.lock does not match the package.json files.',
    remedy:
      'Run: node .yarn/releases/yarn-*.cjs install, and commit the changed yarn.lock.',
  },
];

/** Turns the log of a failed download into one message that names the cause, or shows its last lines. */
export function explainDownloadFailure({ root }, { log, what }) {
  const text = readLogTail(log, SEARCHED_LINES).join('\n');
  const shownPath = relative(root, log);
  const cause = CAUSES.find(({ pattern }) => pattern.test(text));
  if (cause) {
    return new Problem(
      cause.message(what),
      `${cause.remedy}\nDetails: ${shownPath}`,
    );
  }
  return new Problem(
    `Installing ${what} failed. The last lines of ${shownPath}:`,
    [
      ...readLogTail(log, SHOWN_LINES),
      'Running this again continues where it stopped.',
    ].join('\n'),
  );
}
