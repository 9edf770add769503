/** Marks an entity that comes with the portal as an example; its value is `true`, and the entity also has the tag `example`. */
export const ANNOTATION_EXAMPLE = 'groundwork.io/example';
