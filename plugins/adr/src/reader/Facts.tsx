import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import type {
  DecisionDetail,
  NamedPerson,
} from '@groundwork/plugin-adr-common';
import type { ReactNode } from 'react';
import { Day } from '../components/Day';
import { EntityLink } from '../components/EntityLink';
import { StatusBadge } from '../components/StatusBadge';
import { adrTranslationRef } from '../translation';
import styles from './Facts.module.css';

/** A reference with a kind; what a record affects may also be a path. */
const ENTITY_REF = /^(?:api|component|domain|group|resource|system|user):\S+$/i;

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Words(props: { items: ReactNode[] }) {
  return (
    <ul className={styles.words}>
      {props.items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function People(props: { label: string; people: NamedPerson[] }) {
  const { label, people } = props;
  return people.length > 0 ? (
    <Fact label={label}>
      <Words
        items={people.map(({ name, entityRef }) =>
          entityRef ? <EntityLink entityRef={entityRef} /> : name,
        )}
      />
    </Fact>
  ) : null;
}

function Affected(props: { label: string; affects: string[] }) {
  const { label, affects } = props;
  return affects.length > 0 ? (
    <Fact label={label}>
      <Words
        items={affects.map(written =>
          ENTITY_REF.test(written) ? (
            <EntityLink entityRef={written} />
          ) : (
            <code>{written}</code>
          ),
        )}
      />
    </Fact>
  ) : null;
}

function Tags(props: { label: string; tags: string[] }) {
  const { label, tags } = props;
  return tags.length > 0 ? (
    <Fact label={label}>
      <span className={styles.tags}>
        {tags.map(tag => (
          <Badge key={tag} size="small">
            {tag}
          </Badge>
        ))}
      </span>
    </Fact>
  ) : null;
}

/** What a record says about itself, and where it belongs. */
export function Facts(props: { decision: DecisionDetail }) {
  const { decision } = props;
  const { date, ownerRef, reviewBy, source, path } = decision;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <dl className={styles.facts}>
      <Fact label={t('column.status')}>
        <StatusBadge status={decision.status} />
      </Fact>
      {date && (
        <Fact label={t('reader.date')}>
          <Day day={date} />
        </Fact>
      )}
      <Fact label={t('reader.about')}>
        <EntityLink entityRef={decision.entityRef} />
      </Fact>
      {ownerRef && (
        <Fact label={t('reader.owner')}>
          <EntityLink entityRef={ownerRef} />
        </Fact>
      )}
      <People
        label={t('reader.decisionMakers')}
        people={decision.decisionMakers}
      />
      <People label={t('reader.consulted')} people={decision.consulted} />
      <People label={t('reader.informed')} people={decision.informed} />
      <People label={t('reader.authors')} people={decision.authors} />
      {reviewBy && (
        <Fact label={t('reader.reviewBy')}>
          <Day day={reviewBy} />
        </Fact>
      )}
      <Tags label={t('reader.tags')} tags={decision.tags} />
      <Affected label={t('reader.affects')} affects={decision.affects} />
      <Fact label={t('reader.file')}>
        <span className={styles.file}>
          {source}
          <br />
          {path}
        </span>
      </Fact>
    </dl>
  );
}
