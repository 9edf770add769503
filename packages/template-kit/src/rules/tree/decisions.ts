import { listTexts } from '../../render/RenderedTree';
import { treeRule } from './TreeRule';

/** A repository begins with the decision that it was generated with. */
export const decisionsRule = treeRule(
  'decisions',
  'docs/adr holds a first decision with a status and the options that were chosen',
  tree => {
    const records = listTexts(tree).filter(({ path }) =>
      /(^|\/)docs\/adr\/\d{4}-[^/]+\.md$/.test(path),
    );
    if (records.length === 0) {
      return [{ place: 'docs/adr', message: 'there is no decision' }];
    }
    return records
      .filter(
        ({ text }) =>
          !/^status: \S/m.test(text) || !/^## Decision outcome$/im.test(text),
      )
      .map(({ path }) => ({
        place: path,
        message: 'has no status, or no outcome',
      }));
  },
);
