import type { DecisionFormat } from '../model/Decision';
import type { Statement } from './fields';
import { normalizeLabel } from './labels';
import type { Part } from './outline';

/** What tells the forms of records apart. */
export interface FormatSigns {
  parts: readonly Part[];
  statements: readonly Statement[];
  /** Whether the file is named by a day. */
  hasDateName: boolean;
}

/** Finds out which form a record is written in. */
export function readFormat(signs: FormatSigns): DecisionFormat {
  const headings = new Set(
    signs.parts.map(part => normalizeLabel(part.heading?.words.text ?? '')),
  );
  const has = (prefix: string) =>
    [...headings].some(heading => heading.startsWith(prefix));
  const stated = (style: Statement['style'], label: string) =>
    signs.statements.some(
      statement =>
        statement.style === style && normalizeLabel(statement.label) === label,
    );
  const isMadr =
    has('context and problem statement') || has('decision outcome');
  const hasFrontMatter = signs.statements.some(
    ({ style, field }) => style === 'front-matter' && field !== undefined,
  );
  if (isMadr && hasFrontMatter && !stated('line', 'status')) {
    return stated('front-matter', 'deciders') || has('validation')
      ? 'madr-3'
      : 'madr-4';
  }
  if (isMadr || (stated('line', 'status') && stated('line', 'deciders'))) {
    return signs.hasDateName || stated('line', 'tags')
      ? 'log4brains'
      : 'madr-2';
  }
  if (signs.hasDateName && stated('line', 'status')) {
    return 'log4brains';
  }
  const isNygard = has('context') && has('decision');
  return isNygard ? 'nygard' : 'other';
}
