/**
 * Bounds that keep a hostile or broken source from exhausting the process.
 *
 * @remarks Real documentation stays far below each of them; what exceeds one is named in the build log.
 */
export const LIMITS = {
  /** Long configuration is generated, and YAML is parsed in one go on the main thread. */
  configBytes: 1024 * 1024,
  /** About 400 printed pages; the longest change logs of public projects have 700 KB. */
  pageBytes: 1024 * 1024,
  /** A page of full size has 20,000; each line may begin a block, and blocks are what takes time and memory. */
  pageLines: 50_000,
  /** HTML of one page; real ones have up to ten times the bytes of their text, and readers wait for each of them. */
  pageHtmlCharacters: 8 * 1024 * 1024,
  /** All pages are held in memory until the navigation is known. */
  sitePageBytes: 32 * 1024 * 1024,
  /** Storage of a video belongs elsewhere; a large screenshot or PDF fits. */
  attachmentBytes: 50 * 1024 * 1024,
  /** Counts pages and attachments together. */
  files: 20_000,
  /** Sites that one navigation includes. */
  includedSites: 100,
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
  /** Listed findings per site; a wall of text hides the first, usually telling, one. */
  findings: 1_000,
  /** Time that a step of a build may take: a page, the configuration, the navigation. */
  stepMilliseconds: 1_500,
  /** What a page of full size may take in addition. */
  pageMilliseconds: 1_000,
  /** Heap of the thread that builds; a site of 1,000 pages needs two thirds of it. */
  heapMegabytes: 288,
  /** Pages that may exhaust the heap before the site as a whole is at fault. */
  exhaustingPages: 2,
  /** Rendered pages that are remembered between builds. */
  cacheBytes: 64 * 1024 * 1024,
} as const;
