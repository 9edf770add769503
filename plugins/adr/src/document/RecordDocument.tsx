import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { blankFrontMatter } from '@groundwork/plugin-adr-common';
import { useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Diagram } from '@groundwork/diagrams';
import { adrTranslationRef } from '../translation';
import styles from './Document.module.css';
import { headingComponents, textOf } from './headings';
import { RecordImage } from './RecordImage';
import { resolveRecordLink, type RecordPlace } from './resolveRecordLink';

/** A record as it is shown; a preview has no id, and so no pictures. */
export type ShownRecord = RecordPlace & {
  id?: string;
  text: string;
  title: string;
  images: string[];
};

const STATIC_COMPONENTS: Components = {
  table: ({ children }) => (
    <div className={styles.scroll}>
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }) => <>{children}</>,
  code: ({ inline, className = '', children }) => {
    if (inline) return <code>{children}</code>;
    const text = textOf(children).replace(/\n$/, '');
    return /\blanguage-mermaid\b/.test(className) ? (
      <Diagram source={text} />
    ) : (
      // Keyboards scroll it, too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <pre className={styles.code} tabIndex={0}>
        <code>{text}</code>
      </pre>
    );
  },
};

function RecordLink(props: {
  href?: string;
  record: RecordPlace;
  children?: ReactNode;
}) {
  const { href = '', record, children } = props;
  const link = resolveRecordLink(href, record);
  if (!link) return <>{children}</>;
  if (link.kind === 'anchor') return <a href={link.href}>{children}</a>;
  return link.kind === 'external' ? (
    <a href={link.href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  ) : (
    <Link href={link.href} className={styles.link}>
      {children}
    </Link>
  );
}

function pictureIndex(src: string, images: string[]): number {
  const path = src.replace(/[?#].*$/, '');
  try {
    return images.indexOf(decodeURIComponent(path));
  } catch {
    return images.indexOf(path);
  }
}

function Picture(props: { src: string; alt: string; record: ShownRecord }) {
  const { src, alt, record } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const index = pictureIndex(src, record.images);
  return record.id !== undefined && index >= 0 ? (
    <RecordImage id={record.id} index={index} alt={alt} />
  ) : (
    <span className={styles.leftOut}>{alt || t('reader.image')}</span>
  );
}

/**
 * The text of a record.
 *
 * @remarks
 * Markup inside it is left out, never executed; pictures of other hosts are not requested, so that nobody learns who
 * reads what.
 */
export function RecordDocument(props: { record: ShownRecord }) {
  const { record } = props;
  const components = useMemo<Components>(
    () => ({
      ...STATIC_COMPONENTS,
      ...headingComponents(record.title),
      a: ({ href, children }) => (
        <RecordLink href={href} record={record}>
          {children}
        </RecordLink>
      ),
      img: ({ src = '', alt = '' }) => (
        <Picture src={src} alt={alt} record={record} />
      ),
    }),
    [record],
  );
  return (
    <ReactMarkdown
      className={styles.document}
      remarkPlugins={[remarkGfm]}
      skipHtml
      transformLinkUri={null}
      transformImageUri={uri => uri}
      components={components}
    >
      {blankFrontMatter(record.text)}
    </ReactMarkdown>
  );
}
