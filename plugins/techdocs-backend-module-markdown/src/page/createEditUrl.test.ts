import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import { parseSiteConfig } from '../config/readSiteConfig';
import { createEditUrl } from './createEditUrl';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

function editUrl(yaml: string, location?: ParsedLocationAnnotation) {
  const site = parseSiteConfig(yaml, 'mkdocs.yml');
  return createEditUrl({ site, location, integrations })('guides/a b.md');
}

describe('createEditUrl', () => {
  it('joins repo_url and edit_uri', () => {
    expect(
      editUrl('repo_url: https://git.example.com/x\nedit_uri: edit/main/docs/'),
    ).toBe('https://git.example.com/x/edit/main/docs/guides/a%20b.md');
  });

  it('knows the editors of the public hosts', () => {
    expect(editUrl('repo_url: https://github.com/acme/x')).toBe(
      'https://github.com/acme/x/edit/master/docs/guides/a%20b.md',
    );
  });

  it('uses the place that the source was read from', () => {
    expect(
      editUrl('', {
        type: 'url',
        target: 'https://github.com/acme/x/tree/main/svc',
      }),
    ).toBe('https://github.com/acme/x/edit/main/svc/docs/guides/a%20b.md');
  });

  it.each([
    '',
    'repo_url: https://git.example.com/x',
    'edit_uri: javascript:alert(1)//',
    'repo_url: nonsense',
  ])('offers no editing for %j', yaml => {
    expect(editUrl(yaml)).toBeUndefined();
  });
});
