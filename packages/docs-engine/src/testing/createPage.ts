import { NO_FRONT_MATTER } from '../markdown/frontMatter';
import type { Page } from '../page/Page';

/** An empty page of a file, for tests of what surrounds pages. */
export function createPage(file: string): Page {
  return {
    file,
    url: file,
    title: `Title of ${file}`,
    html: '',
    headings: [],
    frontMatter: NO_FRONT_MATTER,
    references: [],
    anchors: [],
    sections: [],
    faults: [],
  };
}
