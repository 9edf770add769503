import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import { useState } from 'react';
import { viewPath } from '../../addresses';
import { Ago } from '../../components/Ago';
import { ChangeState } from '../../components/ChangeState';
import { Panel } from '../../components/Panel';
import { Person } from '../../components/Person';
import { useRepository } from '../../components/RepositoryContext';
import { Markdown } from '../../markdown/Markdown';
import { forgeTranslationRef } from '../../translation';
import type { ChangeActionProps } from './ChangeActionProps';
import { ChangeWordsForm } from './ChangeWordsForm';
import styles from './ChangeSummary.module.css';

function Branches(props: { source: string; target: string }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const repository = useRepository();
  return (
    <span className={styles.branches}>
      <code>{props.source}</code>
      <span>{t('change.into')}</span>
      <Link href={viewPath(repository, 'tree', props.target)} standalone>
        <code>{props.target}</code>
      </Link>
    </span>
  );
}

/** What a change is called, who proposes it, from where to where, and why. */
export function ChangeSummary(props: ChangeActionProps) {
  const { change, isAuthor, onChange } = props;
  const { t } = useTranslationRef(forgeTranslationRef);
  const { defaultBranch, access } = useRepository();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <ChangeWordsForm
        change={change}
        onCancel={() => setEditing(false)}
        onSaved={saved => {
          onChange(saved);
          setEditing(false);
        }}
      />
    );
  }
  return (
    <Panel
      title={
        <span className={styles.title}>
          {change.title}
          <span className={styles.number}>
            {t('changes.number', { number: String(change.number) })}
          </span>
        </span>
      }
      actions={
        (isAuthor || access.merge) &&
        change.state === 'open' && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setEditing(true)}
          >
            {t('change.editWords')}
          </Button>
        )
      }
    >
      <div className={styles.body}>
        <div className={styles.facts}>
          <ChangeState state={change.state} />
          <Person reference={change.author} />
          <Branches source={change.sourceBranch} target={change.targetBranch} />
          <Ago at={change.createdAt} />
        </div>
        {change.description ? (
          <Markdown
            text={change.description}
            place={{ revision: defaultBranch, path: '' }}
          />
        ) : (
          <Text as="p" color="secondary">
            {t('change.noDescription')}
          </Text>
        )}
      </div>
    </Panel>
  );
}
