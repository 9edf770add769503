import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

/** An image is built in stages, from a base that is named exactly, and does not run as root. */
export const imagesRule = treeRule(
  'images',
  'images are built in stages, on a pinned base, and run without root',
  tree =>
    listTexts(tree)
      .filter(({ path }) => /(^|\/)Dockerfile$/.test(path))
      .flatMap(({ path, text }) =>
        findProblems(text).map(message => ({ place: path, message })),
      ),
);

function findProblems(text: string): string[] {
  const stages = [
    ...text.matchAll(/^FROM\s+(?:--\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/gim),
  ];
  const names = new Set(stages.map(([, , name]) => name));
  const bases = stages
    .map(([, base]) => base)
    .filter(base => !names.has(base) && base !== 'scratch');
  const problems = bases
    .filter(
      base =>
        !/@sha256:[0-9a-f]{64}$/.test(base) && !/:\d+\.\d+\.\d+/.test(base),
    )
    .map(base => `the base '${base}' has neither a digest nor a whole version`);
  if (stages.length < 2) {
    problems.push('has one stage, so the tools of the build are in the image');
  }
  const user = [...text.matchAll(/^USER\s+(\S+)/gim)].at(-1)?.[1];
  if (!user || /^(root|0)(:|$)/.test(user)) {
    problems.push('runs as root');
  }
  return problems;
}
