import {
  decisionPath,
  padNumber,
  type DecisionSummary,
} from '@groundwork/plugin-adr-common';
import { Link } from '@backstage/ui';

type Linked = Pick<DecisionSummary, 'source' | 'path' | 'number' | 'title'>;

/** A decision by number and title. */
export function decisionName({
  number,
  title,
}: Omit<Linked, 'source' | 'path'>) {
  return number === undefined ? title : `${padNumber(number)} ${title}`;
}

/** A decision by number and title, leading to its page. */
export function DecisionLink(props: { decision: Linked; isBold?: boolean }) {
  const { decision, isBold } = props;
  return (
    <Link
      href={decisionPath(decision)}
      weight={isBold ? 'bold' : undefined}
      standalone
    >
      {decisionName(decision)}
    </Link>
  );
}
