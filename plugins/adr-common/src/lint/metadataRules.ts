import { isPlaceholder } from '../parse/placeholders';
import { addDays, countDays } from './days';
import { createRecordRule, type Rule } from './Rule';
import type { DecisionStatus, ParsedDecision } from '../model/Decision';

const STATUS_WORDS =
  'draft, proposed, accepted, rejected, deprecated, or superseded by another record';

function saysNothing({ statusText }: ParsedDecision): boolean {
  return statusText === undefined || statusText === '';
}

const statusMissing = createRecordRule({
  id: 'status-missing',
  severity: 'error',
  remedy: `Add a status: ${STATUS_WORDS}.`,
  checkRecord: record =>
    saysNothing(record)
      ? [{ line: record.headingLine ?? 1, message: 'The record has no status' }]
      : [],
});

const statusUnknown = createRecordRule({
  id: 'status-unknown',
  severity: 'warning',
  remedy: `Use one of the usual words: ${STATUS_WORDS}.`,
  checkRecord: record =>
    record.status === 'unknown' && !saysNothing(record)
      ? [
          {
            line: record.statusLine ?? 1,
            message: `Nobody knows the status '${(
              record.statusText ?? ''
            ).slice(0, 60)}'`,
          },
        ]
      : [],
});

const dateMissing = createRecordRule({
  id: 'date-missing',
  severity: 'warning',
  remedy: 'Add the day of the decision, as YYYY-MM-DD.',
  checkRecord: ({ date, dateText, headingLine = 1 }) =>
    !date && !dateText
      ? [{ line: headingLine, message: 'The record has no date' }]
      : [],
});

const dateMalformed = createRecordRule({
  id: 'date-malformed',
  severity: 'error',
  remedy: 'Write the day as YYYY-MM-DD.',
  checkRecord: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'date' || kind === 'review-by')
      .map(({ line, detail }) => ({
        line,
        message: `'${detail.slice(0, 60)}' names no single day of the calendar`,
      })),
});

const dateFuture = createRecordRule({
  id: 'date-future',
  severity: 'error',
  remedy: 'Correct the date; use review-by for a day that is still to come.',
  // Somewhere on earth it is already tomorrow.
  checkRecord: ({ date, dateLine }, { today }) =>
    date && date > addDays(today, 1)
      ? [{ line: dateLine ?? 1, message: `The date ${date} is in the future` }]
      : [],
});

const WAITING: DecisionStatus[] = ['proposed', 'draft'];

const proposalStale = createRecordRule({
  id: 'proposal-stale',
  severity: 'warning',
  remedy:
    'Accept it, reject it, or say in a later date that it is still discussed.',
  checkRecord({ status, date, statusLine }, { today, settings }) {
    if (!date || status !== 'proposed') return [];
    const days = countDays(date, today);
    return days > settings.proposedDays
      ? [
          {
            line: statusLine ?? 1,
            message: `The decision has been proposed for ${days} days, longer than ${settings.proposedDays}`,
          },
        ]
      : [];
  },
});

const reviewOverdue = createRecordRule({
  id: 'review-overdue',
  severity: 'warning',
  remedy: 'Look at the decision again, then move or remove review-by.',
  checkRecord: ({ reviewBy, status }, { today }) =>
    reviewBy &&
    reviewBy < today &&
    (status === 'accepted' || WAITING.includes(status))
      ? [{ line: 1, message: `The decision was to be reviewed by ${reviewBy}` }]
      : [],
});

const decisionMakersMissing = createRecordRule({
  id: 'decision-makers-missing',
  severity: 'warning',
  remedy: 'Name who decided, in decision-makers or as Deciders.',
  checkRecord: ({ decisionMakers, status, headingLine = 1 }) =>
    status === 'accepted' && !decisionMakers.some(name => !isPlaceholder(name))
      ? [
          {
            line: headingLine,
            message:
              'The decision is accepted, but nobody is named who decided',
          },
        ]
      : [],
});

/** What a record states about itself. */
export const metadataRules: Rule[] = [
  statusMissing,
  statusUnknown,
  dateMissing,
  dateMalformed,
  dateFuture,
  proposalStale,
  reviewOverdue,
  decisionMakersMissing,
];
