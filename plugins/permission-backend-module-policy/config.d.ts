export interface Config {
  permission?: {
    policy?: {
      /**
       * The catalog groups (or single users) that have each role. A user in several gets the
       * highest role; a user in none may do nothing.
       */
      roles: {
        viewer?: string[];
        developer?: string[];
        'platform-engineer'?: string[];
        admin?: string[];
      };
    };
  };
}
