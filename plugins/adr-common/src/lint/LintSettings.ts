import { isMap, isScalar, parseDocument } from 'yaml';
import {
  RULE_IDS,
  SEVERITIES,
  type RuleId,
  type Severity,
} from '../model/Finding';

/** The file of a folder of records that says how they are checked. */
export const SETTINGS_FILE = '.adr.yaml';

/** How records are checked. */
export interface LintSettings {
  /** Rules with another severity than their own, or none. */
  rules: Partial<Record<RuleId, Severity | 'off'>>;
  /** How long a proposal may wait. */
  proposedDays: number;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_SETTINGS: LintSettings = {
  rules: { 'decision-makers-missing': 'off' },
  proposedDays: 30,
};

function isRuleId(value: string): value is RuleId {
  return RULE_IDS.some(id => id === value);
}

function toLevel(value: string): Severity | 'off' | undefined {
  return [...SEVERITIES, 'off' as const].find(level => level === value);
}

/**
 * Reads the settings of a folder.
 *
 * @returns the settings, and a sentence for each thing in the file that is not understood
 */
export function readLintSettings(
  text: string,
  base: LintSettings = DEFAULT_SETTINGS,
): { settings: LintSettings; problems: string[] } {
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  if (error) {
    return {
      settings: base,
      problems: [`${SETTINGS_FILE} is not YAML: ${error.message}`],
    };
  }
  const problems: string[] = [];
  const settings: LintSettings = { ...base, rules: { ...base.rules } };
  for (const [key, value] of entriesOf(document.contents)) {
    if (key === 'rules') {
      readRules(value, settings, problems);
    } else if (key === 'proposedDays' && /^[1-9]\d{0,3}$/.test(textOf(value))) {
      settings.proposedDays = Number(textOf(value));
    } else {
      problems.push(
        `${SETTINGS_FILE} sets '${key}'; it knows 'rules', and 'proposedDays' as a number`,
      );
    }
  }
  return { settings, problems };
}

function readRules(
  node: unknown,
  settings: LintSettings,
  problems: string[],
): void {
  for (const [rule, value] of entriesOf(node)) {
    const level = toLevel(textOf(value));
    if (!isRuleId(rule)) {
      problems.push(
        `${SETTINGS_FILE} names the rule '${rule}', which there is not`,
      );
    } else if (!level) {
      problems.push(
        `${SETTINGS_FILE} sets ${rule} to '${textOf(
          value,
        )}'; it can be error, warning, info or off`,
      );
    } else {
      settings.rules[rule] = level;
    }
  }
}

function entriesOf(node: unknown): [string, unknown][] {
  return isMap(node)
    ? node.items.map(({ key, value }) => [textOf(key), value])
    : [];
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}
