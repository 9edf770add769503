import { dirname, join } from 'node:path/posix';
import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const FENCE = /^(```|~~~)[\s\S]*?^\1/gm;

/** Documents lead to each other, and nowhere else inside the repository. */
export const linksRule = treeRule(
  'links',
  'every relative link in Markdown leads to a file',
  tree => {
    const paths = new Set(
      tree.files.flatMap(({ path }) => listAncestors(path)),
    );
    return listTexts(tree)
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text }) =>
        [...text.replace(FENCE, '').matchAll(LINK)]
          .map(([, target]) => target.replace(/#.*$/, ''))
          .filter(target => target && !/^([a-z]+:|\/)/i.test(target))
          .filter(target => !paths.has(join(dirname(path), target)))
          .map(target => ({
            place: path,
            message: `links to '${target}', which is not there`,
          })),
      );
  },
);

function listAncestors(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
