const SPAN = /<span [^>]*>|<\/span>|\n/g;

/** Cuts highlighted code into lines; a colour that goes on over the end of a line begins again on the next. */
export function splitHighlighted(html: string): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  let end = 0;
  for (const match of html.matchAll(SPAN)) {
    const [mark] = match;
    line += html.slice(end, match.index);
    end = match.index + mark.length;
    if (mark === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
    } else {
      line += mark;
      if (mark === '</span>') {
        open.pop();
      } else {
        open.push(mark);
      }
    }
  }
  line += html.slice(end);
  return line ? [...lines, line] : lines;
}
