import { parseDecision, readSource } from '../parse/parseDecision';
import type { Statement } from '../parse/fields';
import { baseNameOf } from '../parse/fileName';
import { findStatusPart } from '../parse/statusSection';
import { linkTo, type LinkedDecision } from './names';
import { TextEditor } from './TextEditor';

/** Lets a record say that it supersedes another one, in the way of its form. */
export function addSupersedes(
  text: string,
  record: Pick<LinkedDecision, 'path'>,
  target: LinkedDecision,
): string {
  const editor = TextEditor.create(text);
  const { frontMatterEnd, statements, parts } = readSource(text);
  const { format } = parseDecision({ path: record.path, text });
  const link = linkTo(target, { path: record.path, format });
  const name = baseNameOf(target.path);
  const stated = statements.find(
    ({ link: type, style }) =>
      type === 'supersedes' && style === 'front-matter',
  );
  const status = findStatusPart(parts);
  const listed = statements.find(
    ({ field, style }) => field === 'status' && style === 'line',
  );
  if (stated) {
    extendField(editor, stated, name);
  } else if (status?.heading) {
    const last = status.blocks.at(-1)?.line ?? status.heading.line;
    editor.insertBefore(last + 1, '', `Supersedes ${link}`);
  } else if (frontMatterEnd > 0) {
    editor.insertBefore(frontMatterEnd, `supersedes: [${quote(name)}]`);
  } else if (listed) {
    const marker = /^\s*[-*+]\s+/.exec(editor.line(listed.line))?.[0] ?? '';
    editor.insertBefore(listed.line + 1, `${marker}Supersedes: ${link}`);
  } else {
    editor.insertBefore(1, '---', `supersedes: [${quote(name)}]`, '---');
  }
  return editor.toString();
}

function extendField(
  editor: TextEditor,
  { line, label, values }: Statement,
  name: string,
): void {
  const names = [...values.map(({ text }) => text), name].map(quote).join(', ');
  editor.replace(line, `${label}: [${names}]`);
  while (/^(?:\s+\S|-\s)/.test(editor.line(line + 1))) {
    editor.remove(line + 1);
  }
}

/** Inside brackets a comma or a bracket would end a name. */
function quote(name: string): string {
  return /^[\w][\w ./()-]*$/.test(name) ? name : JSON.stringify(name);
}
