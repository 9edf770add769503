import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, CheckboxGroup } from '@backstage/ui';
import {
  DECISION_FORMATS,
  DECISION_STATUSES,
  type Facet,
  type FacetValue,
} from '@groundwork/plugin-adr-common';
import { useState } from 'react';
import { EntityName } from '../components/EntityLink';
import { adrTranslationRef } from '../translation';
import styles from './FacetList.module.css';

/** Enough to choose from without scrolling past the next facet. */
const SHOWN = 6;

function FacetLabel(props: { facet: Facet; value: string }) {
  const { facet, value } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  if (facet === 'owner' || facet === 'system') {
    return <EntityName entityRef={value} />;
  }
  const status = DECISION_STATUSES.find(name => name === value);
  if (facet === 'status' && status) return <>{t(`status.${status}`)}</>;
  const format = DECISION_FORMATS.find(name => name === value);
  return <>{facet === 'format' && format ? t(`format.${format}`) : value}</>;
}

/** The values of one facet with their counts; several can be chosen. */
export function FacetList(props: {
  facet: Facet;
  values: FacetValue[];
  chosen: string[];
  onChange: (values: string[]) => void;
}) {
  const { facet, values, chosen, onChange } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const [isOpen, setOpen] = useState(false);
  if (values.length === 0) {
    return null;
  }
  const shown = isOpen
    ? values
    : values.filter(
        ({ value }, index) => index < SHOWN || chosen.includes(value),
      );
  const hidden = values.length - shown.length;
  return (
    <div className={styles.facet}>
      <CheckboxGroup
        label={t(`facet.${facet}`)}
        value={chosen}
        onChange={onChange}
      >
        {shown.map(({ value, count }) => (
          <Checkbox key={value} value={value}>
            <span className={styles.value}>
              <span className={styles.name}>
                <FacetLabel facet={facet} value={value} />
              </span>
              <span className={styles.count}>{count}</span>
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {(hidden > 0 || isOpen) && values.length > SHOWN && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t('facet.less') : t('facet.more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}
