import { useShadowRootElements } from '@backstage/plugin-techdocs-react';
import { ListedDiagram } from './ListedDiagram';

/** Listings of diagrams, as the portal's own docs engine and as mkdocs write them. */
const DIAGRAMS = ['pre.mermaid', '.language-mermaid > pre'];

/** Draws every diagram of the page that is shown. */
export function MermaidAddon() {
  const listings = useShadowRootElements<HTMLPreElement>(DIAGRAMS);
  return (
    <>
      {listings.map((listing, index) => (
        <ListedDiagram key={index} listing={listing} />
      ))}
    </>
  );
}
