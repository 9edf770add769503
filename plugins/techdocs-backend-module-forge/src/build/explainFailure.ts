/** The page that stands where docs would be, until they can be built. */
export function explainFailure(reason: string): string {
  // An indented block is shown as it is, whatever a repository has managed to put into the reason.
  const block = reason.replace(/^/gm, '    ');
  return `# These docs could not be built

What the portal found:

${block}

Mend the source and push. The docs follow within seconds, and this page goes.
`;
}
