export interface Config {
  groundwork?: {
    docs?: {
      /**
       * Brings the docs of every entity up to date when a process starts, instead of those of the forge within half an
       * hour and others when their first reader arrives.
       */
      buildAtStart?: boolean;
    };
  };
}
