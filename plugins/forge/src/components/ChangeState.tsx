import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Change } from '@groundwork/plugin-forge-common';
import {
  RiCloseCircleLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
} from '@remixicon/react';
import { forgeTranslationRef } from '../translation';
import styles from './ChangeState.module.css';

const ICONS = {
  open: <RiGitPullRequestLine size={14} aria-hidden="true" />,
  merged: <RiGitMergeLine size={14} aria-hidden="true" />,
  closed: <RiCloseCircleLine size={14} aria-hidden="true" />,
};

/** Whether a change is open, merged or closed; in words, a sign and a colour. */
export function ChangeState(props: { state: Change['state'] }) {
  const { t } = useTranslationRef(forgeTranslationRef);
  return (
    <span className={styles.state} data-state={props.state}>
      {ICONS[props.state]}
      {t(`changes.states.${props.state}`)}
    </span>
  );
}
