import { InputError } from '@backstage/errors';
import {
  type Document,
  isMap,
  isScalar,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
} from 'yaml';

/** The format of pnpm 9 to 11. */
const VERSION = '9.0';

/** The parts of a `package.json` that name dependencies. */
export const DEPENDENCY_GROUPS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
] as const;

/** One of those parts. */
export type DependencyGroup = (typeof DEPENDENCY_GROUPS)[number];

/** How a package of the workspace gets one of its dependencies. */
export interface Resolution {
  specifier: string;
  version: string;
}

type Section = 'importers' | 'packages' | 'snapshots';

/** A `pnpm-lock.yaml`. What is not changed keeps its text, so that a diff shows only what was added. */
export class Lockfile {
  readonly #document: Document;

  private constructor(document: Document) {
    this.#document = document;
  }

  static parse(text: string, name: string): Lockfile {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error) {
      throw new InputError(`${name} is no YAML: ${error.message}`);
    }
    const version = document.get('lockfileVersion');
    if (version !== VERSION) {
      throw new InputError(
        `${name} has the version ${version}, not ${VERSION}: install with the pnpm that package.json names`,
      );
    }
    return new Lockfile(document);
  }

  /** A lockfile of the same settings for a workspace without packages. */
  static emptyLike(other: Lockfile): Lockfile {
    const document = other.#document.clone();
    for (const section of ['importers', 'packages', 'snapshots']) {
      document.set(section, new YAMLMap());
    }
    document.setIn(['catalogs', 'default'], new YAMLMap());
    return new Lockfile(document);
  }

  /** The version that the catalog names for a package, and the one it led to. */
  catalogEntry(name: string): Resolution | undefined {
    return toResolution(
      this.#document.getIn(['catalogs', 'default', name], true),
    );
  }

  /** The resolution that any package of the workspace has for the same wish. */
  resolutionOf(name: string, specifier: string): Resolution | undefined {
    return this.#section('importers')
      .items.flatMap(({ value }) =>
        DEPENDENCY_GROUPS.map(group =>
          isMap(value) ? value.getIn([group, name], true) : undefined,
        ),
      )
      .map(toResolution)
      .find(resolution => resolution?.specifier === specifier);
  }

  /** The resolutions of one package of the workspace. */
  importerResolution(
    path: string,
    group: DependencyGroup,
    name: string,
  ): Resolution | undefined {
    return toResolution(
      this.#document.getIn(['importers', path, group, name], true),
    );
  }

  setImporter(
    path: string,
    groups: Partial<Record<DependencyGroup, Record<string, Resolution>>>,
  ): void {
    this.#put('importers', path, this.#document.createNode(groups));
  }

  /** Copies what is pinned, and where it leads, from another lockfile. */
  copyCatalogEntry(name: string, source: Lockfile): void {
    const node = source.#document.getIn(['catalogs', 'default', name], true);
    const catalog = this.#document.getIn(['catalogs', 'default']);
    if (isMap(catalog) && isMap(node) && !catalog.has(name)) {
      putSorted(catalog, new Scalar(name), node.clone());
    }
  }

  /** Copies a package, and everything that it needs, from another lockfile. */
  copyPackage(key: string, source: Lockfile): void {
    if (this.#section('snapshots').has(key)) {
      return;
    }
    const snapshot = source.#section('snapshots').get(key);
    const [identity = key] = key.split('(');
    const description = source.#section('packages').get(identity);
    if (!isMap(snapshot) || !isMap(description)) {
      throw new InputError(`The lockfile of the template lacks ${key}`);
    }
    this.#put('snapshots', key, snapshot.clone());
    this.#put('packages', identity, description.clone());
    for (const next of dependenciesOf(snapshot)) {
      this.copyPackage(next, source);
    }
  }

  toString(): string {
    const text = this.#document.toString({
      flowCollectionPadding: false,
      lineWidth: 0,
      singleQuote: true,
    });
    // An empty line before the first entry of a new section would be indented.
    return text.replace(/^ +$/gm, '');
  }

  #put(section: Section, key: string, value: unknown): void {
    const node = new Scalar(key);
    node.spaceBefore = true;
    putSorted(this.#section(section), node, value);
  }

  #section(name: Section): YAMLMap {
    const section = this.#document.get(name);
    if (!isMap(section)) {
      throw new InputError(`The lockfile has no ${name}`);
    }
    return section;
  }
}

/** The key under which a lockfile knows a dependency; none for a package of the workspace. */
export function packageKey(name: string, version: string): string | undefined {
  if (version.startsWith('link:')) {
    return undefined;
  }
  const [identity = ''] = version.split('(');
  return identity.lastIndexOf('@') > 0 ? version : `${name}@${version}`;
}

function dependenciesOf(snapshot: YAMLMap): string[] {
  return ['dependencies', 'optionalDependencies']
    .map(group => snapshot.get(group))
    .filter(isMap)
    .flatMap(group => Object.entries(group.toJSON() as Record<string, string>))
    .map(([name, version]) => packageKey(name, String(version)))
    .filter(key => key !== undefined);
}

function toResolution(node: unknown): Resolution | undefined {
  return isMap(node) ? (node.toJSON() as Resolution) : undefined;
}

function putSorted(map: YAMLMap, key: Scalar<string>, value: unknown): void {
  map.delete(key.value);
  const position = map.items.findIndex(item => textOf(item) > key.value);
  const index = position < 0 ? map.items.length : position;
  map.items.splice(index, 0, new Pair<unknown, unknown>(key, value));
}

function textOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}
