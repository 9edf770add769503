export interface Config {
  backend?: {
    database?: {
      connection?:
        | string
        | {
            /**
             * Holds the password, which the schema of Backstage does not say.
             * @visibility secret
             */
            connectionString?: string;
          };
    };
  };
  groundwork?: {
    docs?: {
      /** Builds every docs site once the catalog is read, instead of when its first reader arrives. */
      buildAtStart?: boolean;
    };
  };
}
