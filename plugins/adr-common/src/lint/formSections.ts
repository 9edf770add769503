/** The two sections that every form of record has, under the names that people give them. */
export const FORM_SECTIONS = [
  {
    name: 'the context',
    pattern:
      /\b(?:context|background|motivation|problem|issue|question|why|forces|rationale|introduction|summary|overview|abstract|goals?|drivers?|contexte|kontext|contexto|contesto|ausgangslage|problemstellung)\b/i,
  },
  {
    name: 'the decision',
    pattern:
      /\b(?:decisions?|outcome|resolution|solution|conclusion|proposal|what|recommendation|approach|choice|entscheidung|ergebnis|décision|decisión|decisão|decisione)\b/i,
  },
];
