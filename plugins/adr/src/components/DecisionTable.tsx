import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, VisuallyHidden } from '@backstage/ui';
import type { DecisionSummary } from '@groundwork/plugin-adr-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { adrTranslationRef } from '../translation';
import { Day } from './Day';
import { DecisionLink } from './DecisionLink';
import styles from './DecisionTable.module.css';
import { EntityLink } from './EntityLink';
import { StatusBadge } from './StatusBadge';

/** More tags would push the title away. */
const SHOWN_TAGS = 4;

function FindingMark(props: { count: number }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const text = t('row.findings', { count: props.count });
  return (
    <span className={styles.findings} title={text}>
      <RiErrorWarningLine size={16} aria-hidden="true" />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}

function DecisionRow(props: { decision: DecisionSummary }) {
  const { decision } = props;
  const { status, date, entityRef, ownerRef, tags, rules } = decision;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.decision}>
        <span className={styles.title}>
          <DecisionLink decision={decision} isBold />
          {rules.length > 0 && <FindingMark count={rules.length} />}
        </span>
        {tags.length > 0 && (
          <span className={styles.tags}>
            {tags.slice(0, SHOWN_TAGS).map(tag => (
              <Badge key={tag} size="small">
                {tag}
              </Badge>
            ))}
          </span>
        )}
      </th>
      <td>
        <StatusBadge status={status} />
      </td>
      <td className={styles.date}>{date && <Day day={date} />}</td>
      <td>
        <EntityLink entityRef={entityRef} />
      </td>
      <td>{ownerRef && <EntityLink entityRef={ownerRef} />}</td>
    </tr>
  );
}

/** Decisions with status, day and owner; on a phone, one below the other. */
export function DecisionTable(props: {
  decisions: DecisionSummary[];
  caption: string;
}) {
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{props.caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('column.decision')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col">{t('column.date')}</th>
            <th scope="col">{t('column.about')}</th>
            <th scope="col">{t('column.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {props.decisions.map(decision => (
            <DecisionRow key={decision.id} decision={decision} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
