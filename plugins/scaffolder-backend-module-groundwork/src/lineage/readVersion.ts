import type { EntityMeta } from '@backstage/catalog-model';
import type { TemplateSource } from '../template/TemplateSource';

const ANNOTATION_TEMPLATE_VERSION = 'backstage.io/template-version';

const byNumber = new Intl.Collator('en', { numeric: true });

/** The release of a template, or what it calls itself, or its commit. */
export async function readVersion(
  { name, annotations }: EntityMeta,
  source: TemplateSource,
): Promise<string> {
  const prefix = `${name}/v`;
  const releases = (await source.listReleaseTags())
    .filter(tag => tag.startsWith(prefix))
    .map(tag => tag.slice(prefix.length))
    .sort(byNumber.compare);
  return (
    releases.at(-1) ??
    annotations?.[ANNOTATION_TEMPLATE_VERSION] ??
    source.commit
  );
}
