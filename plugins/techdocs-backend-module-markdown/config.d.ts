export interface Config {
  techdocs?: {
    generator?: {
      /**
       * What renders a documentation source. `markdown` (default) renders in this process;
       * `mkdocs` keeps the stock generator, which needs Python or Docker.
       */
      engine?: 'markdown' | 'mkdocs';
    };
  };
}
