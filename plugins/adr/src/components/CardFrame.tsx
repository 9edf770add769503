import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './CardFrame.module.css';

/** A titled card with a way to everything that it shows a part of. */
export function CardFrame(props: {
  title: string;
  /** The heading fits where the card stands: among the cards of the home page, or of an entity. */
  level: 'h2' | 'h3';
  all: { label: string; href: string };
  children: ReactNode;
}) {
  const { title, level, all, children } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader className={styles.header}>
          <Text as={level} variant="title-x-small" weight="bold" id={titleId}>
            {title}
          </Text>
          <Link href={all.href} variant="body-small">
            {all.label}
          </Link>
        </CardHeader>
        <CardBody>{children}</CardBody>
      </Card>
    </section>
  );
}
