/** The page of the log. */
export const DECISIONS_PATH = '/decisions';

/** The page on which a decision is proposed. */
export const PROPOSE_PATH = `${DECISIONS_PATH}/-/new`;

/** A record by the source that it is in and its path there; nothing else identifies it. */
export interface DecisionAddress {
  /** `acme/orders`, or `github.com/acme/orders` for what is not in the portal's own forge. */
  source: string;
  path: string;
}

/** `acme/orders/-/docs/adr/0001-keep-it.md` */
export function formatAddress({ source, path }: DecisionAddress): string {
  return `${source}/-/${path}`;
}

/** Reads an address; undefined for a text that is none. */
export function parseAddress(address: string): DecisionAddress | undefined {
  const cut = address.indexOf('/-/');
  const source = address.slice(0, Math.max(cut, 0));
  const path = address.slice(cut + 3);
  return cut > 0 && path !== '' ? { source, path } : undefined;
}

/** The page of a record; letter case stays, because paths differ by it. */
export function decisionPath(address: DecisionAddress): string {
  const encoded = formatAddress(address)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return `${DECISIONS_PATH}/${encoded}`;
}
