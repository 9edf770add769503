import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DecisionSummary,
  GraphPayload,
} from '@groundwork/plugin-adr-common';
import { useId, useMemo } from 'react';
import { DecisionLink } from '../components/DecisionLink';
import { StatusBadge } from '../components/StatusBadge';
import { adrTranslationRef } from '../translation';
import styles from './GraphPicture.module.css';
import { layoutGraph, NODE_HEIGHT, NODE_WIDTH } from './layoutGraph';

type Point = { x: number; y: number };

function Line(props: { points: Point[]; type: string; arrow: string }) {
  const { points, type, arrow } = props;
  const [first, ...rest] = points;
  const path = `M${first.x},${first.y} ${rest
    .map(({ x, y }) => `L${x},${y}`)
    .join(' ')}`;
  return (
    <path
      className={styles.line}
      data-type={type}
      d={path}
      markerEnd={type === 'relates' ? undefined : `url(#${arrow})`}
    />
  );
}

function Node(props: { decision: DecisionSummary; place: Point }) {
  const { decision, place } = props;
  return (
    <foreignObject {...place} width={NODE_WIDTH} height={NODE_HEIGHT}>
      <div className={styles.node} data-status={decision.status}>
        <span className={styles.title}>
          <DecisionLink decision={decision} />
        </span>
        <StatusBadge status={decision.status} />
      </div>
    </foreignObject>
  );
}

/** Decisions as boxes and what binds them as lines, the newer ones to the right; each box leads to its page. */
export function GraphPicture(props: { graph: GraphPayload }) {
  const { graph } = props;
  const { nodes, edges } = graph;
  const { t } = useTranslationRef(adrTranslationRef);
  const arrow = useId();
  const { width, height, places, lines } = useMemo(
    () => layoutGraph(graph),
    [graph],
  );
  return (
    <div className={styles.frame}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('graph.picture')}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path className={styles.arrow} d="M0,0 L8,4 L0,8 z" />
          </marker>
        </defs>
        {edges.map(({ from, to, type }, index) => (
          <Line
            key={`${from} ${to} ${type}`}
            points={lines[index]}
            type={type}
            arrow={arrow}
          />
        ))}
        {nodes.map(decision => {
          const place = places.get(decision.id);
          return place ? (
            <Node key={decision.id} decision={decision} place={place} />
          ) : null;
        })}
      </svg>
    </div>
  );
}
