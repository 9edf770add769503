import type { Finding } from '@groundwork/plugin-docs-report-common';

/** Tells what is wrong on the page with an address, which the router has decoded, from what is wrong elsewhere. */
export function isOnPage({ page }: Finding, address: string): boolean {
  return page !== undefined && tidy(decodeURIComponent(page)) === tidy(address);
}

/** A page has the same address with and without its last part. */
function tidy(address: string): string {
  return address.replace(/(?:^|\/)index\.html$/, '').replace(/\/$/, '');
}
