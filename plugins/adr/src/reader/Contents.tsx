import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Section } from '@groundwork/plugin-adr-common';
import { sectionAnchor } from '../document/resolveRecordLink';
import { adrTranslationRef } from '../translation';
import styles from './Contents.module.css';

/** Deeper headings belong to their section. */
const MAX_LEVEL = 3;

/** The sections of a record, each leading to its place on the page. */
export function Contents(props: { title: string; sections: Section[] }) {
  const { t } = useTranslationRef(adrTranslationRef);
  const sections = props.sections.filter(
    ({ level, title }) =>
      level <= MAX_LEVEL && !(level === 1 && title.includes(props.title)),
  );
  if (sections.length < 2) {
    return null;
  }
  return (
    <nav className={styles.contents} aria-label={t('reader.contents')}>
      <p className={styles.title}>{t('reader.contents')}</p>
      <ol className={styles.list}>
        {sections.map(({ title, level, line }) => (
          <li key={line} data-level={level}>
            <a href={`#${sectionAnchor(line)}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
