/**
 * Bounds that keep a hostile or broken source from exhausting the process.
 *
 * @remarks Real documentation stays far below each of them; what exceeds one is named in the build log.
 */
export const LIMITS = {
  /** Long configuration is generated, and YAML is parsed in one go on the main thread. */
  configBytes: 1024 * 1024,
  /** About 200 printed pages; the worst Markdown of this size takes seconds and a few hundred megabytes. */
  pageBytes: 512 * 1024,
  /** Storage of a video belongs elsewhere; a large screenshot or PDF fits. */
  attachmentBytes: 50 * 1024 * 1024,
  /** Counts pages and attachments together. */
  files: 20_000,
  /** Directories below docs_dir. */
  directoryDepth: 32,
  /** Sections inside sections; deeper ones do not fit into the side column. */
  navigationDepth: 12,
  /** Every page carries the whole navigation, so its size counts once per page. */
  navigationItems: 2_000,
  /** Above this number, sections off the reader's path are rendered as one link. */
  navigationItemsExpanded: 500,
  /** Elements inside elements; parsing time grows with the square of the depth. */
  elementDepth: 100,
  /** Highlighting is the slowest transform; longer listings are shown plain. */
  highlightCharacters: 100_000,
  /** All abbreviations form one regular expression that is tried at each word. */
  abbreviations: 200,
  /** The reader's style sheet knows twenty tabs. */
  tabs: 20,
  /** Named problems per build; a wall of text hides the first, usually telling, one. */
  loggedProblems: 100,
} as const;
