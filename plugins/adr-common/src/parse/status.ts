import type { DecisionStatus } from '../model/Decision';

type Known = Exclude<DecisionStatus, 'unknown'>;

/** The words that people use, in the languages that templates exist in; the first match of a text decides. */
const VOCABULARY: Record<Known, string[]> = {
  superseded: [
    'super[sc]ed(?:ed)',
    'supercee?ded',
    'replaced',
    'obsoleted by',
    'overridden',
    'ersetzt',
    'abgelöst',
    'remplacée?',
    'supplantée?',
    'reemplazad[oa]',
    'sustituid[oa]',
    'substituíd[oa]',
    'sostituit[oa]',
  ],
  rejected: [
    'not accepted',
    'not approved',
    'rejected',
    'declined',
    'refused',
    'denied',
    'withdrawn',
    'abandoned',
    'dropped',
    'cancell?ed',
    "won[’']?t do",
    'abgelehnt',
    'verworfen',
    'rejetée?',
    'refusée?',
    'rechazad[oa]',
    'rejeitad[oa]',
    'rifiutat[oa]',
    'respint[oa]',
  ],
  deprecated: [
    'depr[ei]ciated',
    'deprecated',
    'obsolete',
    'retired',
    'archived',
    'expired',
    'revoked',
    'reverted',
    'no longer (?:relevant|valid|applicable|applies|in use|in force)',
    'outdated',
    'historical',
    'inactive',
    'veraltet',
    'überholt',
    'obsolète',
    'dépréciée?',
    'obsolet[oa]',
    'depreciad[oa]',
    'descontinuad[oa]',
    'deprecat[oa]',
  ],
  draft: [
    'draft',
    'wip',
    'work in progress',
    'in progress',
    'entwurf',
    'in arbeit',
    'brouillon',
    'borrador',
    'rascunho',
    'bozza',
  ],
  proposed: [
    'proposed',
    'proposal',
    'pending',
    'provisional',
    'under (?:review|discussion|consideration)',
    'in (?:review|discussion)',
    'review',
    'for (?:review|discussion)',
    'awaiting \\w+',
    'needs? (?:review|discussion|decision)',
    'undecided',
    'not decided',
    'not yet (?:accepted|decided|approved)',
    'to be decided',
    'open',
    'request for comments?',
    'rfc',
    'vorgeschlagen',
    'in diskussion',
    'proposée?',
    'en discussion',
    'propuest[oa]',
    'propost[oa]',
  ],
  accepted: [
    'accepted',
    'approved',
    'adopted',
    'decided',
    'agreed',
    'ratified',
    'enacted',
    'implement(?:ed|able)',
    'implementation complete',
    'completed?',
    'done',
    'active',
    'in (?:force|effect|use)',
    'effective',
    'final',
    'accept',
    'partial(?:ly)? (?:accepted|implemented|adopted)',
    'akzeptiert',
    'angenommen',
    'entschieden',
    'beschlossen',
    'acceptée?',
    'adoptée?',
    'approuvée?',
    'validée?',
    'aceptad[oa]',
    'aprobad[oa]',
    'aceit[oae]',
    'aprovad[oa]',
    'accettat[oa]',
    'approvat[oa]',
  ],
};

const LEFT = '(?<![\\p{L}\\p{N}_-])';
const RIGHT = '(?![\\p{L}\\p{N}_])';

const PATTERNS = Object.entries(VOCABULARY).map(
  ([status, words]) =>
    [
      status as Known,
      new RegExp(`${LEFT}(?:${words.join('|')})${RIGHT}`, 'iu'),
    ] as const,
);

/** A decision of which only a part was replaced still binds. */
const PARTIAL = /\b(?:part(?:ly|ially)?|in part|teilweise|partiellement)\b/i;

/** `proposed | accepted | …`: the choices of a template, not a choice. */
export function isStatusMenu(text: string): boolean {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(text));
  return found.length >= 3 && /[|/]/.test(text);
}

interface Match {
  status: Known;
  index: number;
}

function findFirst(text: string): Match | undefined {
  let first: Match | undefined;
  for (const [status, pattern] of PATTERNS) {
    const index = text.search(pattern);
    if (index >= 0 && (!first || index < first.index)) {
      first = { status, index };
    }
  }
  return first;
}

/** A status stands near the beginning; further back it is part of a story. */
const REACH = 60;

/** Finds out which status a text names. */
export function readStatus(text: string): DecisionStatus {
  const words = text.trim();
  if (words === '' || isStatusMenu(words)) {
    return 'unknown';
  }
  const first = findFirst(words);
  if (!first || first.index > REACH) {
    return 'unknown';
  }
  if (first.status === 'superseded' && isPartial(words, first.index)) {
    return findFirst(words.slice(0, first.index))?.status ?? 'accepted';
  }
  return first.status !== 'superseded' && namesSuccessor(words)
    ? 'superseded'
    : first.status;
}

function isPartial(text: string, index: number): boolean {
  return PARTIAL.test(text.slice(Math.max(0, index - 14), index));
}

/** `Accepted, superseded by ADR-5`: the later word is the newer one. */
function namesSuccessor(text: string): boolean {
  const match = /\b(?:super[sc]ee?ded|replaced|obsoleted) by\b/i.exec(text);
  return match !== null && !isPartial(text, match.index);
}

/** Whether a text begins with the word of a status, rather than mentioning one. */
export function beginsWithStatus(text: string): boolean {
  const first = findFirst(text);
  return first !== undefined && first.index <= 3;
}
