import { FORM_SECTIONS } from './formSections';
import { createRecordRule, type Rule } from './Rule';
import { readFileName } from '../parse/fileName';
import { readHeading } from '../parse/title';
import type { ParsedDecision } from '../model/Decision';

const titleMissing = createRecordRule({
  id: 'title-missing',
  severity: 'error',
  remedy:
    'Begin the record with a heading of the first level that says what was decided.',
  checkRecord: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'title')
      .map(({ line }) => ({ line, message: 'The record has no title' })),
});

const titleMismatch = createRecordRule({
  id: 'title-mismatch',
  severity: 'warning',
  remedy: 'Give heading and file the same number.',
  checkRecord({ path, heading, headingLine = 1 }) {
    const file = readFileName(path).number;
    const said = heading ? readHeading(heading, file).number : undefined;
    return file !== undefined && said !== undefined && file !== said
      ? [
          {
            line: headingLine,
            message: `The heading says number ${said}, the file name says ${file}`,
          },
        ]
      : [];
  },
});

const frontMatterInvalid = createRecordRule({
  id: 'front-matter-invalid',
  severity: 'warning',
  remedy:
    'Put quotes around values that begin with @, {, [ or hold a colon, so that every tool can read the front matter.',
  checkRecord: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'front-matter')
      .map(({ line, detail }) => ({
        line,
        message: `The front matter is not YAML and was read line by line: ${detail}`,
      })),
});

const placeholderLeft = createRecordRule({
  id: 'placeholder-left',
  severity: 'warning',
  remedy: 'Write what belongs there, or delete the line.',
  checkRecord: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'placeholder')
      .map(({ line, detail }) => ({
        line,
        message: `The template's placeholder is still there: ${detail.slice(
          0,
          80,
        )}`,
      })),
});

const recordTooLarge = createRecordRule({
  id: 'record-too-large',
  severity: 'error',
  remedy: 'Move what does not belong to the decision into a file of its own.',
  checkRecord: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'too-large')
      .map(({ line }) => ({
        line,
        message: 'The file is longer than 400,000 characters and was not read',
      })),
});

function missingSections(record: ParsedDecision): string[] {
  return FORM_SECTIONS.filter(
    ({ pattern }) =>
      !record.sections.some(({ title }) => pattern.test(title.trim())),
  ).map(({ name }) => name);
}

const sectionMissing = createRecordRule({
  id: 'section-missing',
  severity: 'warning',
  remedy:
    'Say why the decision was needed, and what was decided, each below a heading of its own.',
  checkRecord(record) {
    const missing = missingSections(record);
    return missing.length > 0
      ? [
          {
            line: record.headingLine ?? 1,
            message: `The record has no section for ${missing.join(' and ')}`,
          },
        ]
      : [];
  },
});

/** What a record needs to say. */
export const contentRules: Rule[] = [
  titleMissing,
  titleMismatch,
  frontMatterInvalid,
  placeholderLeft,
  sectionMissing,
  recordTooLarge,
];
