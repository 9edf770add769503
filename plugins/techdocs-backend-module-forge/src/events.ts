/** The topic of an event that tells, with `entityRef` in its payload, that a docs site was published. */
export const DOCS_PUBLISHED_TOPIC = 'groundwork.docs.published';
