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
}
