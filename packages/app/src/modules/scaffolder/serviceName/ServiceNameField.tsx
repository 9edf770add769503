import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Link, TextField } from '@backstage/ui';
import { useCallback, useMemo } from 'react';
import { FieldStatus } from '../FieldStatus';
import { createTranslations } from '../translation';
import { useCheck } from '../useCheck';
import { checkServiceName, readNameRules } from './checkServiceName';
import { explainName } from './explainName';
import styles from '../Field.module.css';

/** Options of the field in a template. */
export type ServiceNameOptions = {
  /** The kind of entity that must not have the name yet; `component` when absent. */
  kind?: string;
};

function entityHref(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}`;
}

/** Asks for the name of a new service and says while it is typed whether it is free. */
export function ServiceNameField(
  props: FieldExtensionComponentProps<string, ServiceNameOptions>,
) {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { t } = useTranslationRef(createTranslations);
  const catalogApi = useApi(catalogApiRef);
  const name = formData ?? '';
  const { pattern, maxLength } = schema;
  const kind = uiSchema['ui:options']?.kind;
  const rules = useMemo(
    () => readNameRules({ pattern, maxLength }, kind),
    [pattern, maxLength, kind],
  );
  const check = useCallback(
    (value: string) => checkServiceName(value, { rules, catalogApi }),
    [rules, catalogApi],
  );
  const verdict = useCheck(name, check);
  const explained = verdict && explainName(name, verdict, t);
  const statusId = `${idSchema.$id}-status`;
  const missing = name === '' ? props.rawErrors?.[0] : undefined;

  return (
    <div className={styles.field}>
      <TextField
        id={idSchema.$id}
        label={schema.title ?? t('serviceName.title')}
        description={
          uiSchema['ui:description'] ??
          schema.description ??
          t('serviceName.description')
        }
        value={name}
        onChange={value => onChange(value.trim() || undefined)}
        isRequired={required}
        isDisabled={props.disabled}
        isReadOnly={props.readonly}
        isInvalid={Boolean(missing) || explained?.tone === 'bad'}
        autoComplete="off"
        spellCheck="false"
        aria-describedby={statusId}
      />
      <FieldStatus
        id={statusId}
        tone={
          missing ? 'bad' : explained?.tone ?? (name ? 'pending' : undefined)
        }
      >
        {missing ??
          explained?.text ??
          (name && t('serviceName.checking', { name }))}
        {verdict?.state === 'taken' && (
          <>
            {' '}
            <Link
              href={entityHref(verdict.entityRef)}
              target="_blank"
              variant="body-small"
            >
              {t('serviceName.takenBy')}
            </Link>
          </>
        )}
      </FieldStatus>
    </div>
  );
}
