import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DecisionDetail,
  OpenedChange,
} from '@groundwork/plugin-adr-common';
import { useAction } from '@groundwork/ui';
import { useState } from 'react';
import { decisionsApiRef } from '../api/decisionsApi';
import { ActionFailure } from '../components/ActionFailure';
import { ConfirmedAction } from '../components/ConfirmedAction';
import { OpenedNotice } from '../components/OpenedNotice';
import { adrTranslationRef } from '../translation';
import styles from './VerdictButtons.module.css';

/** Offers the way out when two records have one number. */
export function RenumberButton(props: {
  decision: Pick<DecisionDetail, 'id' | 'title' | 'rules' | 'access'>;
}) {
  const { id, title, rules, access } = props.decision;
  const { t } = useTranslationRef(adrTranslationRef);
  const decisionsApi = useApi(decisionsApiRef);
  const [opened, setOpened] = useState<OpenedChange>();
  const { run, isPending, error } = useAction(async () =>
    setOpened(await decisionsApi.renumber(id)),
  );
  if (!access.decide || !rules.includes('number-duplicate')) {
    return null;
  }
  if (opened) {
    return <OpenedNotice opened={opened} />;
  }
  return (
    <div className={styles.verdicts}>
      <div className={styles.buttons}>
        <ConfirmedAction
          label={t('renumber.action')}
          name={t('verdict.name', { verdict: t('renumber.action'), title })}
          consequence={t('renumber.text')}
          confirm={t('verdict.confirm')}
          isPending={isPending}
          onConfirm={run}
        />
      </div>
      {error !== undefined && (
        <ActionFailure title={t('verdict.failed')} error={error} />
      )}
    </div>
  );
}
