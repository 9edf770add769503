import { parseAllDocuments } from 'yaml';
import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

/** Every file that a machine reads can be read by it. */
export const syntaxRule = treeRule(
  'syntax',
  'every JSON and YAML file parses',
  tree =>
    listTexts(tree).flatMap(({ path, text }) => {
      const problem = findProblem(path, text);
      return problem ? [{ place: path, message: problem }] : [];
    }),
);

function findProblem(path: string, text: string): string | undefined {
  // Helm's templates are YAML only once Helm has rendered them.
  if (/\.ya?ml$/.test(path) && !/\/chart\/templates\//.test(path)) {
    const errors = parseAllDocuments(text, { uniqueKeys: true }).flatMap(
      document => ('errors' in document ? document.errors : []),
    );
    return errors[0]?.message.split('\n')[0];
  }
  if (path.endsWith('.json')) {
    try {
      JSON.parse(text);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}
