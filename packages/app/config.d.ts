export interface Config {
  groundwork?: {
    /**
     * The ways to sign in outside a local portal, in the order shown.
     * @visibility frontend
     */
    signIn?: Array<'github' | 'oidc'>;
  };
  auth?: {
    providers?: {
      persona?: {
        /**
         * The personas that a local portal offers, by name.
         * @deepVisibility frontend
         */
        personas?: {
          [name: string]: { title: string; userEntityRef: string };
        };
      };
    };
  };
  kubernetes?: {
    /**
     * Only their presence reaches the browser: the Kubernetes tab exists where there is a cluster.
     */
    clusterLocatorMethods?: Array<{
      /** @visibility frontend */
      type?: string;
    }>;
  };
}
