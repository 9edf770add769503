import type { Entity } from '@backstage/catalog-model';
import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RiErrorWarningLine, RiShieldCheckFill } from '@remixicon/react';
import { createTranslations } from '../translation';
import { readProof, type Proof } from './proof';
import styles from './TemplateProof.module.css';

function useWords(proof: Proof): string {
  const { t } = useTranslationRef(createTranslations);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  if (proof.state === 'unproven') {
    return t('proof.unproven');
  }
  const date = proof.at?.toLocaleDateString(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const { version, with: tools } = proof;
  if (proof.state === 'proven') {
    return date && tools
      ? t('proof.provenOn', { date, tools })
      : t('proof.proven');
  }
  return t('proof.outdated', { version });
}

/** Which version of a template is offered, and whether, when and with what it was proven to work. */
export function TemplateProof(props: { template: Entity }) {
  const { version, proof } = readProof(props.template);
  const { t } = useTranslationRef(createTranslations);
  const words = useWords(proof);
  const Icon =
    proof.state === 'proven' ? RiShieldCheckFill : RiErrorWarningLine;
  return (
    <div className={styles.proof}>
      <span>
        {version ? t('proof.version', { version }) : t('proof.noVersion')}
      </span>
      <span className={styles.state} data-state={proof.state}>
        <Icon className={styles.icon} size={16} aria-hidden="true" />
        <span>{words}</span>
      </span>
    </div>
  );
}
