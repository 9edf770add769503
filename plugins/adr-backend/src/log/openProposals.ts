import type {
  DecisionAccess,
  OpenProposal,
} from '@groundwork/plugin-adr-common';
import type { OwnedDecision } from '../access/isDecisionOwner';
import type { StoredProposal } from '../database/ProposalStore';

/** A proposal in an open change, with what the reader may do with it. */
export function toOpenProposal(
  proposal: StoredProposal,
  access: (decision: OwnedDecision) => DecisionAccess,
): OpenProposal {
  const {
    folder: _folder,
    head: _head,
    supersedes: _supersedes,
    ...shown
  } = proposal;
  return { ...shown, access: access(proposal) };
}
