import type { ReactNode } from 'react';
import type { Components } from 'react-markdown';
import styles from './Document.module.css';
import { sectionAnchor } from './resolveRecordLink';

/** The words of an element. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  return node && typeof node === 'object' && 'props' in node
    ? textOf(node.props.children)
    : '';
}

/** The page has the title of the record as its heading, so the document begins one level below. */
const HEADINGS = {
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  h6: 'h6',
} as const;

/** Headings with the anchors that the contents lead to; the title is left to the page. */
export function headingComponents(title: string): Components {
  const entries = Object.entries(HEADINGS).map(([level, Shown]) => [
    level,
    (props: {
      children?: ReactNode;
      node: { position?: { start: { line: number } } };
    }) => {
      const line = props.node.position?.start.line ?? 0;
      const isTitle =
        level === 'h1' &&
        title !== '' &&
        textOf(props.children).includes(title);
      return isTitle ? null : (
        <Shown
          id={sectionAnchor(line)}
          className={styles.heading}
          data-level={level.slice(1)}
        >
          {props.children}
        </Shown>
      );
    },
  ]);
  return Object.fromEntries(entries);
}
