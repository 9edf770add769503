import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

/** The contract of a service is OpenAPI 3.1, and says how each operation fails. */
export const contractsRule = treeRule(
  'contracts',
  'each REST service has an OpenAPI 3.1 file whose operations have ids, and name their failures',
  tree =>
    listTexts(tree)
      .filter(({ path }) => path.endsWith('/openapi.json'))
      .flatMap(({ path, text }) =>
        findProblems(JSON.parse(text)).map(message => ({
          place: path,
          message,
        })),
      ),
);

type Operation = { operationId?: string; responses?: Record<string, unknown> };

function findProblems(document: {
  openapi?: string;
  paths?: Record<string, Record<string, Operation>>;
}): string[] {
  const problems: string[] = [];
  if (!document.openapi?.startsWith('3.1.')) {
    problems.push('is not OpenAPI 3.1');
  }
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, { operationId, responses = {} }] of Object.entries(
      operations,
    )) {
      if (!operationId) {
        problems.push(`${method} ${path} has no operationId`);
      }
      if (!Object.keys(responses).some(status => /^[4d]/.test(status))) {
        problems.push(`${method} ${path} does not say how it fails`);
      }
    }
  }
  return problems;
}
