import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { createTranslations } from '../translation';
import { formatSize } from './formatSize';
import type { Plan } from './Plan';
import { PlanFiles } from './PlanFiles';
import styles from './Plan.module.css';

function Problems(props: { problems: string[] }) {
  const { t } = useTranslationRef(createTranslations);
  return (
    <div role="alert">
      <Alert
        status="danger"
        icon
        title={t('plan.problems')}
        description={
          <ul className={styles.problems}>
            {props.problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        }
      />
    </div>
  );
}

function Effects(props: { effects: Plan['effects'] }) {
  const { t } = useTranslationRef(createTranslations);
  return (
    <div>
      <Text as="h4" weight="bold">
        {t('plan.effects')}
      </Text>
      {props.effects.length === 0 ? (
        <Text as="p" color="secondary">
          {t('plan.noEffects')}
        </Text>
      ) : (
        <ul className={styles.effects}>
          {props.effects.map(({ title, description }) => (
            <li key={`${title} ${description}`}>
              <Text>{title}</Text>
              {description && (
                <Text as="p" variant="body-small" color="secondary">
                  {description}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Problems first, then what happens outside, then every file. */
export function PlanView(props: { plan: Plan }) {
  const { files, effects, problems } = props.plan;
  const { t } = useTranslationRef(createTranslations);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      {problems.length > 0 && <Problems problems={problems} />}
      <Effects effects={effects} />
      {files.length > 0 && (
        <div>
          <div className={styles.heading}>
            <Text as="h4" weight="bold">
              {t('plan.files')}
            </Text>
            <Text variant="body-small" color="secondary">
              {t('plan.size', {
                files: t('plan.file', { count: files.length }),
                size: formatSize(bytes),
              })}
            </Text>
          </div>
          <PlanFiles files={files} />
        </div>
      )}
    </>
  );
}
