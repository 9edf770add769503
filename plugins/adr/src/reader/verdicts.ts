import type {
  DecisionStatus,
  DecisionSummary,
  OpenProposal,
} from '@groundwork/plugin-adr-common';
import type { NewVerdict } from '../api/decisionsApi';

/** What a verdict is about: a decision of the log, or one that is proposed in an open change. */
export type VerdictTarget =
  | {
      type: 'decision';
      decision: Pick<DecisionSummary, 'id' | 'source' | 'title' | 'status'>;
    }
  | { type: 'proposal'; proposal: OpenProposal };

/** A verdict by its word. */
export type Verdict = NewVerdict['status'];

const VERDICTS: Record<DecisionStatus, readonly Verdict[]> = {
  draft: ['accepted', 'rejected'],
  proposed: ['accepted', 'rejected'],
  unknown: ['accepted', 'rejected'],
  accepted: ['superseded', 'deprecated'],
  deprecated: ['superseded'],
  rejected: [],
  superseded: [],
};

/** The verdicts that a status leads on to. */
export function verdictsFor(target: VerdictTarget): readonly Verdict[] {
  return target.type === 'decision'
    ? VERDICTS[target.decision.status]
    : VERDICTS[target.proposal.status].filter(
        verdict => verdict === 'accepted' || verdict === 'rejected',
      );
}
