import type { HumanDuration } from '@backstage/types';

export interface Config {
  forge?: {
    /** The Git host that the portal brings itself; absent or null: none. */
    embedded?: {
      /** Where the repositories are, relative to the working directory of the backend. */
      directory: string;
      /**
       * The list of repositories that come with the portal, relative to the working directory of the backend; absent
       * or null: the forge starts empty.
       */
      seeds?: string | null;
      /** The first segment of the address of every repository. */
      namespaces: Array<{
        name: string;
        /** @visibility frontend */
        title?: string;
        /** Groups or users who may create repositories here; absent: everybody with forge.repository.create. */
        creators?: string[];
      }>;
      /** Further names, with their port if it is not the default, under which Git reaches the portal. */
      allowedHosts?: string[];
      /**
       * Whether programs on the portal's own machine may use Git without a password. Default: in development, while
       * backend.listen.host is a loopback address. Keep it off behind a proxy on the same machine.
       */
      localAccess?: boolean;
      limits?: {
        /** Clones and pushes that are served at once, while others wait; 16 by default. */
        gitProcesses?: number;
        /** Bytes of one push, and of the files of a new repository; 100 MiB by default. */
        pushBytes?: number;
        /** The longest clone or push; 30 minutes by default. Node's own limit is backend.server.requestTimeout. */
        gitDuration?: HumanDuration | string;
        /** How long a line may be silent; 1 minute by default. */
        gitIdle?: HumanDuration | string;
      };
    } | null;
    /** GitHub hosts; each needs an entry in integrations.github for its credentials. */
    github?: Array<{
      /** Such as github.com. */
      host: string;
      /** The organisations in which the portal creates and shows repositories. */
      organizations: string[];
      /**
       * The secret of the webhook that tells of pushes; absent: the portal asks once a minute.
       * @visibility secret
       */
      webhookSecret?: string;
      /**
       * Whether an approval in the portal becomes one of the portal's account on GitHub. Off by default: somebody could
       * approve their own pull request that way. Comments and requests for changes are sent in any case.
       */
      approvals?: boolean;
    }>;
  };
  groundwork?: {
    /** Whether the example repositories come with the embedded host; true by default. */
    examples?: boolean;
  };
}
