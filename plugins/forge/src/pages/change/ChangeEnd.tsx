import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Ago } from '../../components/Ago';
import { CommitId } from '../../components/CommitId';
import { Panel } from '../../components/Panel';
import { Person } from '../../components/Person';
import { useRepository } from '../../components/RepositoryContext';
import { forgeTranslationRef } from '../../translation';
import type { ChangeActionProps } from './ChangeActionProps';
import { CloseChange } from './CloseChange';
import { MergeabilityText } from './MergeabilityText';
import { MergeChange } from './MergeChange';
import styles from './ChangeEnd.module.css';

function Ended(props: Pick<ChangeActionProps, 'change'>) {
  const { state, endedBy, mergeCommit, updatedAt, targetBranch } = props.change;
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <Panel title={t(`changes.states.${state}`)}>
      <p className={styles.ended} role="status">
        {endedBy && <Person reference={endedBy} />}
        <span>
          {state === 'merged'
            ? t('change.merged', { branch: targetBranch })
            : t('change.closed')}
        </span>
        {mergeCommit && <CommitId id={mergeCommit} />}
        <Ago at={updatedAt} />
      </p>
    </Panel>
  );
}

/** How a change can end, or how it did. */
export function ChangeEnd(props: ChangeActionProps) {
  const { change, isAuthor } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { access } = useRepository();
  if (change.state !== 'open') {
    return <Ended change={change} />;
  }
  return (
    <Panel title={t('merge.title')}>
      <div className={styles.open}>
        <MergeabilityText change={change} />
        {!access.merge && (
          <Text as="p" color="secondary">
            {t('merge.forbidden')}
          </Text>
        )}
        <div className={styles.actions}>
          {access.merge && <MergeChange {...props} />}
          {(access.merge || isAuthor) && <CloseChange {...props} />}
        </div>
      </div>
    </Panel>
  );
}
