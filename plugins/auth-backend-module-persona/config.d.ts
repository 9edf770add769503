export interface Config {
  auth?: {
    providers?: {
      /** Local sign-in as a user of the catalog; refused outside development. */
      persona?: {
        /** The persona of a browser that has not chosen one; a key of `personas`. */
        default: string;
        /** The users to choose from, by the name that the `x-groundwork-persona` header carries. */
        personas: {
          [name: string]: {
            /** What people read in the persona switch. */
            title: string;
            /** The catalog user whose rights the persona has. */
            userEntityRef: string;
          };
        };
      };
    };
  };
}
