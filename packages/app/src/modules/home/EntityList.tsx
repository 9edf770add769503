import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Badge, Link, Text } from '@backstage/ui';
import { entityPath } from './entityPath';
import styles from './EntityList.module.css';

function EntityItem(props: { entity: Entity }) {
  const { entity } = props;
  const { primaryTitle } = useEntityPresentation(entity);
  const type = entity.spec?.type;
  return (
    <li className={styles.item}>
      <div className={styles.heading}>
        <Link href={entityPath(entity)} weight="bold" standalone>
          {primaryTitle}
        </Link>
        <Badge size="small">
          {typeof type === 'string' ? type : entity.kind.toLowerCase()}
        </Badge>
      </div>
      {entity.metadata.description && (
        <Text as="p" variant="body-small" color="secondary">
          {entity.metadata.description}
        </Text>
      )}
    </li>
  );
}

/** Lists entities with their title, type and purpose; each leads to its page. */
export function EntityList(props: { entities: Entity[] }) {
  return (
    <ul className={styles.list}>
      {props.entities.map(entity => (
        <EntityItem key={stringifyEntityRef(entity)} entity={entity} />
      ))}
    </ul>
  );
}
