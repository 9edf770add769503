import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { AsyncView, EmptyState, type AsyncState } from '@groundwork/ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './HomeCard.module.css';

/** A titled list of the home page in each of its states, with a way to the full list. */
export function HomeCard<T>(props: {
  title: string;
  all?: { label: string; href: string };
  /** What is being loaded, as the reader would call it: "your services". */
  subject: string;
  state: AsyncState<T[]>;
  /** What to say when there is nothing; left out where the card itself is then absent. */
  empty?: ComponentProps<typeof EmptyState>;
  children: (items: T[]) => ReactNode;
}) {
  const { title, all, subject, state, empty, children } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader className={styles.header}>
          <Text as="h2" variant="title-x-small" weight="bold" id={titleId}>
            {title}
          </Text>
          {all && (
            <Link href={all.href} variant="body-small">
              {all.label}
            </Link>
          )}
        </CardHeader>
        <CardBody>
          <AsyncView
            subject={subject}
            state={state}
            isEmpty={items => items.length === 0}
            empty={empty && <EmptyState {...empty} />}
          >
            {children}
          </AsyncView>
        </CardBody>
      </Card>
    </section>
  );
}
