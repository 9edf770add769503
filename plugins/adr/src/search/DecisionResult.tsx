import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type { BaseSearchResultListItemProps } from '@backstage/plugin-search-react/alpha';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { Link } from '@backstage/ui';
import { DECISION_STATUSES, padNumber } from '@groundwork/plugin-adr-common';
import { Day } from '../components/Day';
import { EntityLink } from '../components/EntityLink';
import { StatusBadge } from '../components/StatusBadge';
import styles from './DecisionResult.module.css';

/** What the search knows of a decision. */
type DecisionDocument = SearchDocument & {
  status?: string;
  date?: string;
  entityRef?: string;
  number?: number;
};

function Highlighted(props: {
  field: 'title' | 'text';
  document: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { field, document, highlight } = props;
  const text = highlight?.fields[field];
  return highlight && text ? (
    <HighlightedSearchResultText
      text={text}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{document[field]}</>
  );
}

/** A decision among what was found: its title, where it is in its life, and the words that matched. */
export function DecisionResult(
  props: BaseSearchResultListItemProps<{ highlight?: ResultHighlight }>,
) {
  const { highlight } = props;
  // Only documents of decisions are shown this way.
  const document = props.result as DecisionDocument | undefined;
  if (!document) {
    return null;
  }
  const { number, date, entityRef } = document;
  const status = DECISION_STATUSES.find(name => name === document.status);
  return (
    <div className={styles.result}>
      <Link href={document.location} weight="bold">
        {number !== undefined && `${padNumber(number)} `}
        <Highlighted field="title" document={document} highlight={highlight} />
      </Link>
      <p className={styles.facts}>
        {status && <StatusBadge status={status} />}
        {date && <Day day={date} />}
        {entityRef && <EntityLink entityRef={entityRef} />}
      </p>
      <p className={styles.text}>
        <Highlighted field="text" document={document} highlight={highlight} />
      </p>
    </div>
  );
}
