import { findFolders, folderOf } from './findFolders';
import type { Place } from './SourcePlan';

const place = (
  name: string,
  directory: string,
  folders: string[] = [],
): Place => ({
  entityRef: `component:default/${name}`,
  directory,
  folders,
});

const owners = (paths: string[], places: Place[]) =>
  Object.fromEntries(
    findFolders(paths, places).map(({ path, entityRefs }) => [
      path,
      entityRefs.map(ref => ref.split('/')[1]),
    ]),
  );

describe('findFolders', () => {
  it('finds conventional folders in the directories of entities', () => {
    expect(
      owners(
        [
          'docs/adr/0001-a.md',
          'services/pay/doc/adr/0001-b.md',
          'services/pay/src/adr/0001-c.md',
          'services/other/docs/adr/0001-d.md',
        ],
        [place('root', ''), place('pay', 'services/pay')],
      ),
    ).toEqual({ 'docs/adr': ['root'], 'services/pay/doc/adr': ['pay'] });
  });

  it('prefers the entity that names a folder', () => {
    expect(
      owners(
        ['docs/adr/0001-a.md'],
        [place('root', ''), place('pay', 'services/pay', ['docs/adr'])],
      ),
    ).toEqual({ 'docs/adr': ['pay'] });
  });

  it('names everybody who shares a folder, the best owner first', () => {
    expect(
      owners(['adr/1-a.md'], [place('system', ''), place('service', '')]),
    ).toEqual({ adr: ['system', 'service'] });
  });

  it('gives the folder at the root to somebody, though nobody is at home there', () => {
    expect(
      owners(['docs/adr/0001-a.md'], [place('pay', 'services/pay')]),
    ).toEqual({ 'docs/adr': ['pay'] });
  });

  it('finds nothing where there is nothing like a record', () => {
    expect(
      owners(
        ['docs/adr/README.md', 'docs/adr/template.md', 'docs/adr/x.png'],
        [place('root', '')],
      ),
    ).toEqual({});
  });

  it('puts a file into the innermost folder', () => {
    const folders = findFolders(
      ['docs/adr/0001-a.md', 'docs/adr/pay/0001-b.md'],
      [place('root', ''), place('pay', 'x', ['docs/adr/pay'])],
    );
    expect(folderOf('docs/adr/pay/0001-b.md', folders)?.path).toBe(
      'docs/adr/pay',
    );
    expect(folderOf('docs/adr2/0001.md', folders)).toBeUndefined();
  });
});
