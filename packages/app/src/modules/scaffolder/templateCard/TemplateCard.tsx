import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityRefLinks,
  FavoriteEntity,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { TemplateCardComponentProps } from '@backstage/plugin-scaffolder-react/alpha';
import {
  Badge,
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { useId } from 'react';
import { entityPath } from '../../home/entityPath';
import { createTranslations } from '../translation';
import { TemplateProof } from './TemplateProof';
import styles from './TemplateCard.module.css';

/** A template to choose: what it makes, whose it is, and whether its version is proven to work. */
export function TemplateCard(props: TemplateCardComponentProps) {
  const { template, additionalLinks = [], onSelected } = props;
  const { metadata, spec } = template;
  const { t } = useTranslationRef(createTranslations);
  const analytics = useAnalytics();
  const { allowed } = usePermission({ permission: taskCreatePermission });
  const owners = getEntityRelations(template, RELATION_OWNED_BY);
  const titleId = useId();
  const tags = [...new Set([spec.type, ...(metadata.tags ?? [])])];
  const links = [
    ...additionalLinks.map(({ text, url }) => ({ title: text, url })),
    ...(metadata.links ?? []),
  ];

  return (
    <article className={styles.item} aria-labelledby={titleId}>
      <Card className={styles.card}>
        <CardHeader>
          <div className={styles.head}>
            <Text as="h3" variant="title-x-small" id={titleId}>
              <Link href={entityPath(template)} standalone weight="bold">
                {metadata.title ?? metadata.name}
              </Link>
            </Text>
            <FavoriteEntity entity={template} />
          </div>
        </CardHeader>
        <CardBody>
          <div className={styles.body}>
            <Text as="p">{metadata.description ?? t('card.undescribed')}</Text>
            <TemplateProof template={template} />
            <ul className={styles.tags} aria-label={t('card.tags')}>
              {tags.map(tag => (
                <li key={tag}>
                  <Badge size="small">{tag}</Badge>
                </li>
              ))}
            </ul>
            {links.map(({ title, url }) => (
              <Link key={url} href={url} variant="body-small">
                {title ?? url}
              </Link>
            ))}
          </div>
        </CardBody>
        <CardFooter>
          <div className={styles.foot}>
            <Text variant="body-small" color="secondary">
              <EntityRefLinks
                entityRefs={owners}
                hideIcons
                defaultKind="Group"
              />
            </Text>
            {allowed && (
              <Button
                variant="primary"
                aria-describedby={titleId}
                onPress={() => {
                  analytics.captureEvent('click', 'Template has been opened');
                  onSelected?.();
                }}
              >
                {t('card.choose')}
              </Button>
            )}
          </div>
        </CardFooter>
      </Card>
    </article>
  );
}
