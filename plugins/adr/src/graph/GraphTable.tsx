import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DecisionSummary,
  GraphPayload,
} from '@groundwork/plugin-adr-common';
import { DecisionLink } from '../components/DecisionLink';
import { StatusBadge } from '../components/StatusBadge';
import { adrTranslationRef } from '../translation';
import styles from './GraphTable.module.css';

function End(props: { decision: DecisionSummary }) {
  const { decision } = props;
  return (
    <span className={styles.end}>
      <DecisionLink decision={decision} />
      <StatusBadge status={decision.status} />
    </span>
  );
}

/** What the picture shows, in words. */
export function GraphTable(props: { graph: GraphPayload }) {
  const { nodes, edges } = props.graph;
  const { t } = useTranslationRef(adrTranslationRef);
  const byId = new Map(nodes.map(node => [node.id, node]));
  return (
    <table className={styles.table}>
      <caption>{t('graph.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('graph.from')}</th>
          <th scope="col">{t('graph.link')}</th>
          <th scope="col">{t('graph.to')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(edge => {
          const from = byId.get(edge.from);
          const to = byId.get(edge.to);
          return from && to ? (
            <tr key={`${edge.from} ${edge.to} ${edge.type}`}>
              <td>
                <End decision={from} />
              </td>
              <td className={styles.link}>{t(`link.${edge.type}`)}</td>
              <td>
                <End decision={to} />
              </td>
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}
