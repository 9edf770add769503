import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Checkbox, Text } from '@backstage/ui';
import styles from './OptionField.module.css';

/** A choice of yes or no, with its effect in a sentence. */
export function OptionField(props: FieldExtensionComponentProps<boolean>) {
  const { formData, onChange, schema, uiSchema, idSchema, name } = props;
  const description = uiSchema['ui:description'] ?? schema.description;
  const descriptionId = `${idSchema.$id}-effect`;
  return (
    <div className={styles.option}>
      <Checkbox
        id={idSchema.$id}
        isSelected={formData === true}
        onChange={onChange}
        isDisabled={props.disabled}
        isReadOnly={props.readonly}
        aria-describedby={description ? descriptionId : undefined}
      >
        {schema.title ?? name}
      </Checkbox>
      {description && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          id={descriptionId}
          className={styles.effect}
        >
          {description}
        </Text>
      )}
    </div>
  );
}
