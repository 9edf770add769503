import type { Change } from '@groundwork/plugin-forge-common';

/** What every part of the page that acts on a change is given. */
export type ChangeActionProps = {
  change: Change;
  /** Whether the reader opened the change. */
  isAuthor: boolean;
  /** Takes the change as it is after an action. */
  onChange: (change: Change) => void;
  /** Loads the change again, after it moved under the reader. */
  onReload: () => void;
};
