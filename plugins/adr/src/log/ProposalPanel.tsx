import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { OpenProposal } from '@groundwork/plugin-adr-common';
import { decisionName } from '../components/DecisionLink';
import { EntityLink } from '../components/EntityLink';
import { Panel } from '../components/Panel';
import { StatusBadge } from '../components/StatusBadge';
import { VerdictButtons } from '../reader/VerdictButtons';
import { adrTranslationRef } from '../translation';
import styles from './ProposalPanel.module.css';

function ProposalItem(props: { proposal: OpenProposal }) {
  const { proposal } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Link href={proposal.changeUrl} weight="bold" standalone>
          {decisionName(proposal)}
        </Link>
        <StatusBadge status={proposal.status} />
        <EntityLink entityRef={proposal.entityRef} />
        <span className={styles.change}>
          {t('proposals.change', { change: String(proposal.change) })}
        </span>
      </div>
      <VerdictButtons
        target={{ type: 'proposal', proposal }}
        access={proposal.access}
      />
    </li>
  );
}

/** Decisions that are proposed in open changes, and can be decided there. */
export function ProposalPanel(props: { proposals: OpenProposal[] }) {
  const { proposals } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (proposals.length === 0) {
    return null;
  }
  return (
    <Panel title={t('proposals.title', { count: proposals.length })}>
      <ul className={styles.list}>
        {proposals.map(proposal => (
          <ProposalItem key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </Panel>
  );
}
