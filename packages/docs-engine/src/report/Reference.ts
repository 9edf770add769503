/** A link or an image of a page, as written and as it is in the built site. */
export interface Reference {
  kind: 'link' | 'image';
  written: string;
  /** Written as HTML, which stands in the page as it is. */
  isHtml?: boolean;
  line?: number;
  /** What stands in the built page. */
  href: string;
  /** The file of the site that it leads to. */
  file?: string;
  /** What follows `#`, decoded. */
  anchor?: string;
  /** Why it leads nowhere, without the words for what it is. */
  problem?: string;
}
