import type {
  DecisionRow,
  FindingRow,
  FolderRow,
  LinkRow,
} from '../database/rows';

/** A record with everything that is stored of it. */
export interface IndexedDecision {
  row: DecisionRow;
  text: string;
  findings: FindingRow[];
}

/** Everything that is stored of one repository. */
export interface IndexedSource {
  folders: FolderRow[];
  decisions: IndexedDecision[];
  links: LinkRow[];
}

/** What only the page of a record shows; kept as JSON. */
export interface StoredDetails {
  statusText?: string;
  dateText?: string;
  consulted: string[];
  informed: string[];
  authors: string[];
  reviewBy?: string;
  options: string[];
  sections: { title: string; level: number; line: number }[];
  images: string[];
}
