import ts from 'typescript';
import { listFiles, readText } from './lib/files.mjs';
import { runAsProgram } from './lib/run.mjs';

/** Tests export nothing that others use; a schema of the configuration documents its keys. */
const SOURCE = /^(packages|plugins)\/[^/]+\/src\/.*\.tsx?$/;
const EXEMPT = /\.(test|d)\.tsx?$|\/(generated|migrations)\//;

/**
 * Checks that every exported symbol of the packages says in TSDoc what it is for.
 */
export function checkTsdoc(root) {
  return listFiles(
    root,
    file => SOURCE.test(file) && !EXEMPT.test(file),
  ).flatMap(file =>
    findSilentExports(file, readText(root, file)).map(finding => ({
      file,
      ...finding,
    })),
  );
}

function findSilentExports(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isSilentExport).map(statement => ({
    line: source.getLineAndCharacterOfPosition(statement.getStart()).line + 1,
    message: `exports ${nameOf(statement)} without TSDoc; say what it is for`,
  }));
}

/** Lists of exports repeat what is documented at its declaration. */
function isSilentExport(statement) {
  const isExported =
    ts.isExportAssignment(statement) ||
    (ts.canHaveModifiers(statement) &&
      ts
        .getModifiers(statement)
        ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  return isExported && ts.getJSDocCommentsAndTags(statement).length === 0;
}

function nameOf(statement) {
  const { name, declarationList } = statement;
  const named = name ?? declarationList?.declarations[0].name;
  return named ? `'${named.getText()}'` : 'its default';
}

await runAsProgram(import.meta.url, checkTsdoc);
