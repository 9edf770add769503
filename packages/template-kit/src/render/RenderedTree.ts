/** A file that a template wrote. */
export interface RenderedFile {
  /** From the root of what is rendered, without a leading slash. */
  path: string;
  content: Buffer;
  isExecutable: boolean;
}

/** What a template wrote with one set of values. */
export interface RenderedTree {
  files: RenderedFile[];
}

/** The files of a tree whose content is text. */
export function listTexts(
  tree: RenderedTree,
): { path: string; text: string }[] {
  return tree.files.flatMap(({ path, content }) =>
    content.includes(0) ? [] : [{ path, text: content.toString('utf8') }],
  );
}

/** A tree with the files of another one in it, which win. */
export function overlay(base: RenderedTree, top: RenderedTree): RenderedTree {
  const paths = new Set(top.files.map(({ path }) => path));
  return {
    files: [...base.files.filter(({ path }) => !paths.has(path)), ...top.files],
  };
}
