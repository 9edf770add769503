/** What became of something that was to be proven. */
export interface Proof {
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  seconds?: number;
  /** Why it failed or was skipped. */
  reason?: string;
}
