import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DecisionAccess,
  OpenedChange,
} from '@groundwork/plugin-adr-common';
import { useAction } from '@groundwork/ui';
import { useState } from 'react';
import { decisionsApiRef } from '../api/decisionsApi';
import { ActionFailure } from '../components/ActionFailure';
import { ConfirmedAction } from '../components/ConfirmedAction';
import { today } from '../components/days';
import { OpenedNotice } from '../components/OpenedNotice';
import { adrTranslationRef } from '../translation';
import { SuccessorChoice } from './SuccessorChoice';
import styles from './VerdictButtons.module.css';
import { verdictsFor, type Verdict, type VerdictTarget } from './verdicts';

function useVerdict(target: VerdictTarget) {
  const decisionsApi = useApi(decisionsApiRef);
  const [opened, setOpened] = useState<OpenedChange>();
  const action = useAction(async (status: Verdict, successor?: string) => {
    const verdict = { status, date: today(), ...(successor && { successor }) };
    setOpened(
      target.type === 'decision'
        ? await decisionsApi.decide(target.decision.id, verdict)
        : await decisionsApi.decideProposal(target.proposal.id, verdict),
    );
  });
  return { opened, ...action };
}

function VerdictButton(props: {
  verdict: Verdict;
  target: VerdictTarget;
  isPending: boolean;
  onConfirm: (verdict: Verdict, successor?: string) => void;
}) {
  const { verdict, target, isPending, onConfirm } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const [successor, setSuccessor] = useState<string>();
  const isInChange = target.type === 'proposal';
  const { title } = isInChange ? target.proposal : target.decision;
  const needsSuccessor = verdict === 'superseded';
  return (
    <ConfirmedAction
      label={t(`verdict.${verdict}`)}
      name={t('verdict.name', { verdict: t(`verdict.${verdict}`), title })}
      consequence={t(
        isInChange ? 'verdict.inChange.text' : `verdict.${verdict}.text`,
      )}
      confirm={t(isInChange ? 'verdict.confirmInChange' : 'verdict.confirm')}
      isPrimary={verdict === 'accepted'}
      isPending={isPending}
      isReady={!needsSuccessor || successor !== undefined}
      onConfirm={() => onConfirm(verdict, successor)}
    >
      {needsSuccessor && target.type === 'decision' && (
        <SuccessorChoice
          decision={target.decision}
          value={successor}
          onChange={setSuccessor}
        />
      )}
    </ConfirmedAction>
  );
}

/** Accept, reject, deprecate or supersede, for those who may; each opens a change, or adds to the one that proposes. */
export function VerdictButtons(props: {
  target: VerdictTarget;
  access: DecisionAccess;
}) {
  const { target, access } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const { opened, error, isPending, run } = useVerdict(target);
  const verdicts = verdictsFor(target);
  if (!access.decide || verdicts.length === 0) {
    return null;
  }
  return (
    <div className={styles.verdicts}>
      {opened ? (
        <OpenedNotice opened={opened} />
      ) : (
        <div className={styles.buttons}>
          {verdicts.map(verdict => (
            <VerdictButton
              key={verdict}
              verdict={verdict}
              target={target}
              isPending={isPending}
              onConfirm={run}
            />
          ))}
        </div>
      )}
      {error !== undefined && (
        <ActionFailure title={t('verdict.failed')} error={error} />
      )}
    </div>
  );
}
