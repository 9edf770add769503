import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { RevisionPath } from '../api/forgeApi';
import { CodeBlock } from '../code/CodeBlock';
import { useRepository } from '../components/RepositoryContext';
import { forgeTranslationRef } from '../translation';
import { ANCHOR_PREFIX, resolveFile, resolveLink } from './resolveLink';
import { isImagePath, RepositoryImage } from './RepositoryImage';
import styles from './Markdown.module.css';

function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  return node && typeof node === 'object' && 'props' in node
    ? textOf(node.props.children)
    : '';
}

/** The anchor of a heading, as other renderers of Markdown name it. */
function anchorOf(children: ReactNode): string {
  const words = textOf(children).trim().toLowerCase();
  return `${ANCHOR_PREFIX}${words
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')}`;
}

/** The document stands below the heading of its panel, which is of the third level. */
const HEADINGS = { h1: 'h4', h2: 'h5', h3: 'h6', h4: 'h6', h5: 'h6', h6: 'h6' };

function headingComponents(): Components {
  return Object.fromEntries(
    Object.entries(HEADINGS).map(([level, shown]) => {
      const Shown = shown as 'h4' | 'h5' | 'h6';
      return [
        level,
        ({ children }: { children?: ReactNode }) => (
          <Shown id={anchorOf(children)} className={styles[level]}>
            {children}
          </Shown>
        ),
      ];
    }),
  );
}

const STATIC_COMPONENTS: Components = {
  ...headingComponents(),
  table: ({ children }) => (
    <div className={styles.scroll}>
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }) => <>{children}</>,
  code: ({ inline, className, children }) =>
    inline ? (
      <code>{children}</code>
    ) : (
      <CodeBlock
        text={textOf(children).replace(/\n$/, '')}
        language={/language-(\S+)/.exec(className ?? '')?.[1]}
      />
    ),
};

function useComponents(place: RevisionPath): Components {
  const repository = useRepository();
  const { t } = useTranslationRef(forgeTranslationRef);
  const { revision, path } = place;
  return useMemo(
    () => ({
      ...STATIC_COMPONENTS,
      a: ({ href, children }) => {
        const link = href && resolveLink(href, { revision, path }, repository);
        if (!link) return <>{children}</>;
        return link.isExternal ? (
          <a href={link.href} rel="noopener noreferrer nofollow">
            {children}
          </a>
        ) : (
          <Link href={link.href} standalone className={styles.link}>
            {children}
          </Link>
        );
      },
      img: ({ src = '', alt = '' }) => {
        const isInside = !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(src);
        const file = isInside && resolveFile(src, { revision, path });
        return file && isImagePath(file) ? (
          <RepositoryImage place={{ revision, path: file }} alt={alt} />
        ) : (
          <span className={styles.leftOut}>{alt || t('markdown.image')}</span>
        );
      },
    }),
    [repository, revision, path, t],
  );
}

/**
 * Renders a document of the repository, or the words of a person about it.
 *
 * @remarks
 * Markup inside it is left out, never executed; pictures of other hosts are not requested, so that nobody learns who
 * reads what.
 */
export function Markdown(props: { text: string; place: RevisionPath }) {
  const components = useComponents(props.place);
  return (
    <ReactMarkdown
      className={styles.markdown}
      remarkPlugins={[remarkGfm]}
      skipHtml
      transformLinkUri={null}
      transformImageUri={uri => uri}
      components={components}
    >
      {props.text}
    </ReactMarkdown>
  );
}
