import type { LinkType } from '../model/Decision';

/** What a label in front of a colon announces. */
export type FieldName =
  | 'status'
  | 'date'
  | 'created'
  | 'updated'
  | 'decisionMakers'
  | 'consulted'
  | 'informed'
  | 'authors'
  | 'tags'
  | 'affects'
  | 'reviewBy'
  | 'title';

/** Labels by field, in the words of the templates and their translations; compared without case and punctuation. */
const FIELD_LABELS: Record<FieldName, string[]> = {
  status: [
    'status',
    'state',
    'adr status',
    'decision status',
    'current status',
    'statut',
    'estado',
    'stato',
  ],
  date: [
    'date',
    'decision date',
    'date of decision',
    'date decided',
    'decided on',
    'decided',
    'date accepted',
    'accepted on',
    'accepted date',
    'approved on',
    'approval date',
    'datum',
    'fecha',
    'data',
  ],
  created: [
    'created',
    'created on',
    'created at',
    'date created',
    'creation date',
    'date proposed',
    'proposed on',
    'proposal date',
    'start date',
    'authored',
  ],
  updated: [
    'updated',
    'updated on',
    'last updated',
    'last update',
    'last modified',
    'date updated',
    'revised',
  ],
  decisionMakers: [
    'deciders',
    'decider',
    'decision makers',
    'decision maker',
    'decision owner',
    'decision owners',
    'decided by',
    'decision by',
    'approvers',
    'approver',
    'approved by',
    'accepted by',
    'décideurs',
    'décisionnaires',
    'entscheider',
    'entscheidungsträger',
    'decisores',
    'tomadores de decisão',
    'decisori',
  ],
  consulted: ['consulted', 'consultés', 'konsultiert', 'consultados'],
  informed: ['informed', 'informés', 'informiert', 'informados'],
  authors: [
    'author',
    'authors',
    'authored by',
    'written by',
    'proposed by',
    'proposer',
    'owner',
    'owners',
    'autor',
    'auteur',
    'auteurs',
  ],
  tags: ['tags', 'tag', 'labels', 'keywords', 'categories', 'schlagwörter'],
  affects: ['affects', 'affected', 'applies to'],
  reviewBy: ['review by', 'review date', 'review on', 'revisit by'],
  title: ['title'],
};

const LINK_LABELS: Record<LinkType, string[]> = {
  supersedes: [
    'supersedes',
    'supercedes',
    'superseeds',
    'supersede',
    'replaces',
    'obsoletes',
    'ersetzt',
    'remplace',
  ],
  'superseded-by': [
    'superseded by',
    'superceded by',
    'superseeded by',
    'replaced by',
    'obsoleted by',
    'successor',
    'ersetzt durch',
    'remplacé par',
  ],
  amends: [
    'amends',
    'modifies',
    'updates',
    'partially supersedes',
    'partly supersedes',
    'partially replaces',
    'ergänzt',
  ],
  'amended-by': [
    'amended by',
    'modified by',
    'updated by',
    'partially superseded by',
    'partly superseded by',
    'partially replaced by',
    'ergänzt durch',
  ],
  relates: [
    'relates',
    'relates to',
    'related',
    'related to',
    'related decisions',
    'related decision',
    'related adrs',
    'related adr',
    'related decision records',
    'see also',
    'links',
    'depends on',
    'dependencies',
    'required by',
    'requires',
    'refines',
    'refined by',
    'extends',
    'extended by',
    'clarifies',
    'clarified by',
    'builds on',
    'enables',
    'enabled by',
    'complements',
    'implements',
    'conflicts with',
  ],
};

/** Lower case, without punctuation and `(s)`; what remains is compared with the lists above. */
export function normalizeLabel(text: string): string {
  return text
    .replace(/\(s\)/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function invert<K extends string>(lists: Record<K, string[]>): Map<string, K> {
  const result = new Map<string, K>();
  for (const [key, labels] of Object.entries(lists)) {
    // The keys of the lists are their own type.
    for (const label of labels as string[]) result.set(label, key as K);
  }
  return result;
}

const FIELDS = invert(FIELD_LABELS);
const LINKS = invert(LINK_LABELS);

/** The field that a label announces. */
export function fieldOf(label: string): FieldName | undefined {
  return FIELDS.get(normalizeLabel(label));
}

/** The kind of link that a label announces. */
export function linkTypeOf(label: string): LinkType | undefined {
  return LINKS.get(normalizeLabel(label));
}

/** A label at the beginning of a line, longest first, so that `superseded by` is not `supersede`. */
const LINK_WORDS = new RegExp(
  `^\\W*(${[...LINKS.keys()]
    .filter(label => label !== 'links')
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}])`,
  'iu',
);

/** The kind of link that a line of text begins with, and how long the word is. */
export function leadingLinkType(
  text: string,
): { type: LinkType; length: number } | undefined {
  const match = LINK_WORDS.exec(text);
  const type = match ? linkTypeOf(match[1]) : undefined;
  return match && type ? { type, length: match[0].length } : undefined;
}
