/** Marks an entity that comes with the portal as an example; its value is `true`, and the entity also has the tag `example`. */
export const ANNOTATION_EXAMPLE = 'groundwork.io/example';

/** Marks a platform, a repository that takes services and libraries in as changes; its value names the package manager. */
export const ANNOTATION_WORKSPACE = 'groundwork.io/workspace';
