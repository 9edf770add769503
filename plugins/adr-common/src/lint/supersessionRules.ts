import type { DecisionEdge } from '../folder/DecisionGraph';
import type { ParsedDecision } from '../model/Decision';
import { findCycles } from './findCycles';
import {
  createRecordRule,
  type LintContext,
  type Rule,
  type RuleFinding,
} from './Rule';

interface Supersession {
  edge: DecisionEdge;
  successor: ParsedDecision;
  predecessor: ParsedDecision;
}

function supersessionsIn({ records, graph }: LintContext): Supersession[] {
  const byPath = new Map(records.map(record => [record.path, record]));
  return graph.edges.flatMap(edge => {
    const successor = byPath.get(edge.from);
    const predecessor = byPath.get(edge.to);
    return edge.type === 'supersedes' && successor && predecessor
      ? [{ edge, successor, predecessor }]
      : [];
  });
}

function nameOf({ path }: ParsedDecision): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function findOneSided(found: Supersession): RuleFinding[] {
  const { edge, successor, predecessor } = found;
  const isDecided = successor.status === 'accepted';
  if (isDecided && predecessor.status !== 'superseded') {
    return [
      {
        path: predecessor.path,
        line: predecessor.statusLine ?? predecessor.headingLine ?? 1,
        message: `${nameOf(
          successor,
        )} supersedes this record, whose status is ${predecessor.status}`,
        remedy: `Set the status to 'superseded by' with a link to ${nameOf(
          successor,
        )}.`,
      },
    ];
  }
  if (edge.fromLine === undefined) {
    return [
      {
        path: successor.path,
        line: successor.headingLine ?? 1,
        message: `${nameOf(
          predecessor,
        )} says that this record supersedes it, and this record does not`,
        remedy: `Say that it supersedes ${nameOf(
          predecessor,
        )}, or correct the status of the other.`,
      },
    ];
  }
  return [];
}

const UNDECIDED = ['draft', 'proposed', 'rejected'];

function findEarly({
  edge,
  successor,
  predecessor,
}: Supersession): RuleFinding[] {
  return predecessor.status === 'superseded' &&
    UNDECIDED.includes(successor.status)
    ? [
        {
          path: predecessor.path,
          line: edge.toLine ?? predecessor.statusLine ?? 1,
          message: `The record is superseded by ${nameOf(
            successor,
          )}, which is only ${successor.status}: no decision is in force`,
        },
      ]
    : [];
}

function findCyclic(context: LintContext): RuleFinding[] {
  const edges = supersessionsIn(context).map(({ edge }) => edge);
  return findCycles(edges).map(cycle => {
    const edge = edges.find(
      ({ from, to }) => from === cycle[0] && to === cycle[1],
    );
    return {
      path: cycle[0],
      line: edge?.fromLine ?? 1,
      message: `The records supersede each other in a circle: ${[
        ...cycle,
        cycle[0],
      ]
        .map(path => path.slice(path.lastIndexOf('/') + 1))
        .join(' → ')}`,
    };
  });
}

const successorMissing = createRecordRule({
  id: 'successor-missing',
  severity: 'warning',
  remedy:
    "Write 'superseded by' with a link to the record that replaces it, or use deprecated.",
  checkRecord: (record, { graph }) =>
    record.status === 'superseded' &&
    !record.references.some(({ type }) => type === 'superseded-by') &&
    !graph.linksOf(record.path).some(({ type }) => type === 'superseded-by')
      ? [
          {
            line: record.statusLine ?? 1,
            message: 'The record is superseded, and does not say by which',
          },
        ]
      : [],
});

/** What holds between a decision and the one that replaces it. */
export const supersessionRules: Rule[] = [
  {
    id: 'supersession-one-sided',
    severity: 'warning',
    remedy: 'Let both records name each other.',
    check: context => supersessionsIn(context).flatMap(findOneSided),
  },
  {
    id: 'supersession-early',
    severity: 'error',
    remedy: 'Keep the old decision accepted until the new one is.',
    check: context => supersessionsIn(context).flatMap(findEarly),
  },
  {
    id: 'supersession-cycle',
    severity: 'error',
    remedy:
      'Find out which decision is the last one, and remove what says otherwise.',
    check: findCyclic,
  },
  successorMissing,
];
