import {
  Diagram,
  type DiagramClasses,
  type DrawDiagram,
} from '@groundwork/diagrams';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** The style sheet of the site knows these; those of the portal do not reach into the reader. */
const CLASSES: DiagramClasses = {
  figure: 'mermaid-figure',
  drawing: 'mermaid-drawing',
  toggle: 'mermaid-toggle',
  source: 'mermaid-source',
  failure: 'mermaid-failure',
};

/** Shows the diagram in the place of its listing. */
export function ListedDiagram(props: {
  listing: HTMLPreElement;
  draw?: DrawDiagram;
}) {
  const { listing, draw } = props;
  const place = usePlaceOf(listing);
  return (
    place &&
    createPortal(
      <Diagram
        source={listing.querySelector('code')?.textContent ?? ''}
        classes={CLASSES}
        draw={draw}
      />,
      place,
    )
  );
}

/** An element that takes the place of another one for as long as the component is there. */
function usePlaceOf(element: HTMLElement): HTMLElement | undefined {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const added = document.createElement('div');
    element.before(added);
    element.hidden = true;
    setPlace(added);
    return () => {
      added.remove();
      element.hidden = false;
    };
  }, [element]);
  return place;
}
