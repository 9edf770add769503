import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select, Text, TextField } from '@backstage/ui';
import type { Namespace } from '@groundwork/plugin-forge-common';
import { FieldStatus } from '../FieldStatus';
import { createTranslations } from '../translation';
import { namespaceKey, type RepositoryPlaceValue } from './checkPlace';
import { usePlaceCheck } from './usePlaceCheck';
import { usePlaceValue } from './usePlaceValue';
import styles from './PlaceInputs.module.css';

function optionOf(namespace: Namespace, severalHosts: boolean) {
  const { host, name, title } = namespace;
  const label = title && title !== name ? `${title} (${name})` : name;
  return {
    value: namespaceKey({ host, namespace: name }),
    label: severalHosts ? `${label}, ${host}` : label,
  };
}

/** The two inputs of a place, once it is known which namespaces there are. */
export function PlaceInputs(props: {
  id: string;
  title: string;
  description?: string;
  namespaces: Namespace[];
  suggestion: string;
  value?: Partial<RepositoryPlaceValue>;
  onChange: (value: RepositoryPlaceValue) => void;
  isDisabled?: boolean;
}) {
  const { id, namespaces, isDisabled } = props;
  const { t } = useTranslationRef(createTranslations);
  const { value, change } = usePlaceValue(props);
  const explained = usePlaceCheck(value);
  const statusId = `${id}-status`;
  const severalHosts = new Set(namespaces.map(({ host }) => host)).size > 1;
  const refused = namespaces.filter(({ isAllowed }) => !isAllowed);

  return (
    <fieldset className={styles.place} aria-describedby={statusId}>
      <legend className={styles.legend}>{props.title}</legend>
      <Text as="p" variant="body-small" color="secondary">
        {props.description ?? t('place.description')}
      </Text>
      {refused.length === namespaces.length && (
        <Alert
          status="warning"
          icon
          title={t('place.noneAllowed')}
          description={refused[0].reason}
        />
      )}
      <div className={styles.inputs}>
        <Select
          id={`${id}-namespace`}
          label={t('place.namespace')}
          options={namespaces.map(namespace =>
            optionOf(namespace, severalHosts),
          )}
          value={namespaceKey(value)}
          onChange={key => {
            const chosen = namespaces.find(
              ({ host, name }) =>
                namespaceKey({ host, namespace: name }) === key,
            );
            if (chosen) {
              change({ host: chosen.host, namespace: chosen.name });
            }
          }}
          isDisabled={isDisabled}
        />
        <TextField
          id={id}
          label={t('place.name')}
          value={value.name}
          onChange={name => change({ name: name.trim() })}
          isInvalid={explained?.tone === 'bad'}
          isDisabled={isDisabled}
          autoComplete="off"
          spellCheck="false"
          aria-describedby={statusId}
        />
      </div>
      <FieldStatus id={statusId} tone={explained?.tone ?? 'pending'}>
        {explained?.text ??
          t('place.checking', {
            repository: `${value.namespace}/${value.name}`,
          })}
      </FieldStatus>
    </fieldset>
  );
}
