import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import {
  blankFrontMatter,
  type DecisionDetail,
} from '@groundwork/plugin-adr-common';
import { RiCodeLine, RiEditLine } from '@remixicon/react';
import { useEffect } from 'react';
import { RecordDocument } from '../document/RecordDocument';
import { adrTranslationRef } from '../translation';
import { Banners } from './Banners';
import { Contents } from './Contents';
import { Facts } from './Facts';
import { FindingList } from './FindingList';
import { History } from './History';
import { LinkedDecisions } from './LinkedDecisions';
import styles from './Reader.module.css';
import { RenumberButton } from './RenumberButton';
import { VerdictButtons } from './VerdictButtons';

function Toolbar(props: { decision: DecisionDetail }) {
  const { decision } = props;
  const { editUrl, viewUrl, access } = decision;
  const { t } = useTranslationRef(adrTranslationRef);
  return (
    <div className={styles.toolbar}>
      <VerdictButtons target={{ type: 'decision', decision }} access={access} />
      <div className={styles.links}>
        {editUrl && access.propose && (
          <ButtonLink
            href={editUrl}
            size="small"
            variant="tertiary"
            iconStart={<RiEditLine size={16} />}
          >
            {t('reader.edit')}
          </ButtonLink>
        )}
        {viewUrl && (
          <ButtonLink
            href={viewUrl}
            size="small"
            variant="tertiary"
            iconStart={<RiCodeLine size={16} />}
          >
            {t('reader.source')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** The browser looked for the anchor of the address before there was a text. */
function useAnchorOfAddress(id: string) {
  useEffect(() => {
    const anchor = window.location.hash.slice(1);
    if (anchor) document.getElementById(anchor)?.scrollIntoView();
  }, [id]);
}

/** A decision: its text beside what it says about itself, what it is bound to, and what is to be mended. */
export function Reader(props: { decision: DecisionDetail }) {
  const { decision } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  useAnchorOfAddress(decision.id);
  return (
    <>
      <Banners decision={decision} />
      <div className={styles.layout}>
        <div className={styles.facts}>
          <Facts decision={decision} />
          <Contents title={decision.title} sections={decision.sections} />
        </div>
        <article className={styles.article}>
          <Toolbar decision={decision} />
          {blankFrontMatter(decision.text).trim() ? (
            <RecordDocument record={decision} />
          ) : (
            <Text as="p" color="secondary">
              {t('reader.empty')}
            </Text>
          )}
        </article>
        <div className={styles.more}>
          <LinkedDecisions links={decision.links} />
          <FindingList
            findings={decision.findings}
            viewUrl={decision.viewUrl}
            actions={<RenumberButton decision={decision} />}
          />
          <History decision={decision} />
        </div>
      </div>
    </>
  );
}
