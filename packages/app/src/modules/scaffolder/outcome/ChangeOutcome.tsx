import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { ChangeState } from '@groundwork/plugin-forge';
import {
  formatRepositoryName,
  formatShownPath,
} from '@groundwork/plugin-forge-common';
import { AsyncView } from '@groundwork/ui';
import { useId } from 'react';
import { createTranslations } from '../translation';
import type { ChangeProgress } from './ChangeProgress';
import { listEntityLinks } from './entityLinks';
import type { ProposedChange } from './ProposedChange';
import { useChangeProgress } from './useChangeProgress';
import styles from './ChangeOutcome.module.css';

function phaseOf({ change, isOver }: ChangeProgress) {
  if (change.state !== 'merged') {
    return change.state;
  }
  return isOver ? 'arrived' : 'merged';
}

function Links(props: { entities: ChangeProgress['entities'] }) {
  const { t } = useTranslationRef(createTranslations);
  return (
    <ul className={styles.links}>
      {listEntityLinks(props.entities).map(({ kind, name, href }) => (
        <li key={href}>
          <ButtonLink href={href} variant="secondary">
            {t(`outcome.links.${kind}`, { name })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function Progress(props: {
  proposed: ProposedChange;
  progress: ChangeProgress;
}) {
  const { proposed, progress } = props;
  const { change, entities } = progress;
  const { namespace, name, number } = proposed;
  const { t } = useTranslationRef(createTranslations);
  const phase = phaseOf(progress);
  const repository = formatRepositoryName(proposed);
  return (
    <div className={styles.outcome}>
      <div className={styles.change}>
        <ChangeState state={change.state} />
        <Link
          href={formatShownPath({
            namespace,
            name,
            view: 'changes',
            rest: String(number),
          })}
          weight="bold"
        >
          {t('outcome.change', { title: change.title, number: String(number) })}
        </Link>
      </div>
      <div role="status">
        <Text as="p">{t(`outcome.${phase}`, { repository })}</Text>
      </div>
      {entities.length > 0 && <Links entities={entities} />}
    </div>
  );
}

/** What became of a creation that is a change: open, merged and in the catalog, or closed; it follows by itself. */
export function ChangeOutcome(props: { proposed: ProposedChange }) {
  const { proposed } = props;
  const { t } = useTranslationRef(createTranslations);
  const state = useChangeProgress(proposed);
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Card>
        <CardHeader>
          <Text as="h2" variant="title-x-small" weight="bold" id={titleId}>
            {t('outcome.title')}
          </Text>
        </CardHeader>
        <CardBody>
          <AsyncView subject={t('outcome.subject')} state={state}>
            {progress => <Progress proposed={proposed} progress={progress} />}
          </AsyncView>
        </CardBody>
      </Card>
    </section>
  );
}
