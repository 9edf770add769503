import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const KEYS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
];

/** A secret with a value in an example of an environment; `change-me` is what a service refuses to start with. */
const SECRET_VALUE =
  /^\s*#?\s*[A-Z0-9_]*(SECRET|PASSWORD|PRIVATE_KEY|API_KEY|SIGNING_KEY)[A-Z0-9_]*=(?!\s*$|change-me).+$/m;

/** Nothing secret is generated, not even as an example. */
export const secretsRule = treeRule(
  'secrets',
  'nothing secret is in a generated file',
  tree =>
    listTexts(tree).flatMap(({ path, text }) => {
      const isExample = /(^|\/)\.env(\.|$)/.test(path);
      const patterns = isExample ? [...KEYS, SECRET_VALUE] : KEYS;
      return patterns
        .filter(pattern => pattern.test(text))
        .map(() => ({ place: path, message: 'holds something secret' }));
    }),
);
