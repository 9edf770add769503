import { compareText } from '../folder/readFolder';
import type { Finding } from '../model/Finding';
import { contentRules } from './contentRules';
import { linkRules } from './linkRules';
import { metadataRules } from './metadataRules';
import { numberRules } from './numberRules';
import type { LintContext, Rule } from './Rule';
import { supersessionRules } from './supersessionRules';

/** Every rule, in the order in which findings of one line are listed. */
export const RULES: readonly Rule[] = [
  ...contentRules,
  ...metadataRules,
  ...numberRules,
  ...linkRules,
  ...supersessionRules,
];

/** Checks the records of a folder; the same in the portal and in a repository's own checks. */
export function lintFolder(context: LintContext): Finding[] {
  return RULES.flatMap(rule => {
    const severity = context.settings.rules[rule.id] ?? rule.severity;
    return severity === 'off'
      ? []
      : rule.check(context).map(finding => ({
          rule: rule.id,
          severity,
          remedy: rule.remedy,
          ...finding,
        }));
  }).sort((a, b) => compareText(a.path, b.path) || a.line - b.line);
}
