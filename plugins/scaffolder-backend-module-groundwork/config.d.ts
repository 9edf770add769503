export interface Config {
  lineage?: {
    /**
     * The bare Git repository that keeps what templates have rendered, relative to the working directory of the backend. Upgrades of
     * templates merge with it; without it they render the old version again.
     */
    basesDirectory?: string;
  };
}
