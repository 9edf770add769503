import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LINK_TYPES, type LinkedSummary } from '@groundwork/plugin-adr-common';
import { DecisionLink } from '../components/DecisionLink';
import { Panel } from '../components/Panel';
import { StatusBadge } from '../components/StatusBadge';
import { adrTranslationRef } from '../translation';
import styles from './LinkedDecisions.module.css';

/** The decisions that this one names and those that name it, by how they are bound. */
export function LinkedDecisions(props: { links: LinkedSummary[] }) {
  const { links } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (links.length === 0) {
    return null;
  }
  const groups = LINK_TYPES.map(type => ({
    type,
    items: links.filter(link => link.type === type),
  })).filter(({ items }) => items.length > 0);
  return (
    <Panel title={t('reader.links')}>
      <dl className={styles.groups}>
        {groups.map(({ type, items }) => (
          <div key={type}>
            <dt>{t(`link.${type}`)}</dt>
            {items.map(link => (
              <dd key={link.id}>
                <DecisionLink decision={link} />
                <StatusBadge status={link.status} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
