/** An entity that a repository describes, and where in the repository it is at home. */
export interface Place {
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  /** From the root of the repository; empty for the root. */
  directory: string;
  /** Folders of decisions that the entity or the configuration names, from the root of the repository. */
  folders: string[];
  /** The address of the directory; for what is read through an address only. */
  url?: string;
}

/** Where a repository is: at a host of the forge, or somewhere that the portal's readers of addresses know. */
export type SourceLocation =
  | { kind: 'forge'; host: string; namespace: string; name: string }
  | { kind: 'url' };

/** A repository to read decisions from, and for whom. */
export interface SourcePlan {
  /** `acme/orders`, or `github.com/acme/orders` for what is not in the portal's own forge. */
  id: string;
  location: SourceLocation;
  /** The best owner of a folder that is nobody's in particular comes first. */
  places: Place[];
}

/** A directory of records, with the entity that they are about. */
export interface FoundFolder {
  path: string;
  entityRef: string;
  /** Every entity that has the same directory, the owner included. */
  entityRefs: string[];
  ownerRef?: string;
  systemRef?: string;
}
