import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Change } from '@groundwork/plugin-forge-common';
import { forgeTranslationRef } from '../../translation';
import styles from './MergeabilityText.module.css';

/** Whether a change can be merged; where it cannot, what to do about it. */
export function MergeabilityText(props: { change: Change }) {
  const { mergeability, targetBranch } = props.change;
  const { t } = useTranslationRef(forgeTranslationRef);
  switch (mergeability?.state) {
    case 'clean':
      return (
        <Alert
          status="success"
          icon
          title={t('merge.clean', { branch: targetBranch })}
        />
      );
    case 'conflicts':
      return (
        <Alert
          status="warning"
          icon
          title={t('merge.conflicts', { branch: targetBranch })}
          description={
            <>
              {t('merge.conflictsRemedy', { branch: targetBranch })}
              <ul className={styles.paths}>
                {mergeability.paths.map(path => (
                  <li key={path}>{path}</li>
                ))}
              </ul>
            </>
          }
        />
      );
    case 'empty':
      return (
        <Alert
          status="info"
          icon
          title={t('merge.empty', { branch: targetBranch })}
        />
      );
    case 'missing-source':
      return <Alert status="warning" icon title={t('merge.missingSource')} />;
    default:
      return <Alert status="info" icon title={t('merge.unknown')} />;
  }
}
