/** Turns what a host calls the page of a repository, a path for the portal's own, into a link. */
export function toAbsoluteUrl(url: string, baseUrl: string): string {
  return url.startsWith('/') ? `${baseUrl.replace(/\/+$/, '')}${url}` : url;
}
