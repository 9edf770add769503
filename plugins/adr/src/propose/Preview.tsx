import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  padNumber,
  renderDecision,
  slugOf,
  type DraftFormat,
  type ProposalPlace,
} from '@groundwork/plugin-adr-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { today } from '../components/days';
import { Panel } from '../components/Panel';
import { RecordDocument } from '../document/RecordDocument';
import { adrTranslationRef } from '../translation';
import { toDraft, type FormValues } from './formValues';
import styles from './Preview.module.css';

const VIEWS = ['page', 'text'] as const;

function pathOf(title: string, place: ProposalPlace): string {
  const { folder, naming, nextNumber } = place;
  const prefix =
    naming === 'number' ? padNumber(nextNumber) : today().replaceAll('-', '');
  return `${folder ? `${folder}/` : ''}${prefix}-${slugOf(title)}.md`;
}

function useRecord(
  values: FormValues,
  format: DraftFormat,
  place: ProposalPlace,
) {
  return useMemo(() => {
    const { naming, nextNumber, source, supersedable } = place;
    const path = pathOf(values.title, place);
    const text = renderDecision(toDraft(values, format), {
      path,
      date: today(),
      number: naming === 'number' ? nextNumber : undefined,
      supersedes: supersedable.filter(({ id }) =>
        values.supersedes.includes(id),
      ),
    });
    return {
      source,
      path,
      text,
      // Nothing else on the page shows the title as it will be.
      title: '',
      links: supersedable,
      sections: [],
      images: [],
    };
  }, [values, format, place]);
}

/** The record as it will be, while it is being written. */
export function Preview(props: {
  values: FormValues;
  format: DraftFormat;
  place: ProposalPlace;
}) {
  const { format, place } = props;
  const values = useDeferredValue(props.values);
  const { t } = useTranslationRef(adrTranslationRef);
  const [view, setView] = useState<(typeof VIEWS)[number]>('page');
  const record = useRecord(values, format, place);
  const isBlank = view === 'page' && !values.title && !values.context;
  return (
    <Panel
      title={t('propose.preview')}
      actions={
        <ToggleButtonGroup
          aria-label={t('propose.previewShow')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={keys =>
            setView(VIEWS.find(name => keys.has(name)) ?? 'page')
          }
        >
          {VIEWS.map(name => (
            <ToggleButton key={name} id={name} size="small">
              {t(`propose.previews.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <p className={styles.path}>{record.path}</p>
      {isBlank && <p className={styles.empty}>{t('propose.previewEmpty')}</p>}
      {view === 'page' ? (
        <RecordDocument record={record} />
      ) : (
        // Keyboards scroll it, too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles.text} tabIndex={0}>
          {record.text}
        </pre>
      )}
    </Panel>
  );
}
