import type { Mermaid } from 'mermaid';

/** Which of the portal's two themes a diagram is drawn for. */
export type DiagramMode = 'light' | 'dark';

let library: Promise<Mermaid> | undefined;
let drawn = 0;

/** The library is large and most records have no diagram, so it is loaded with the first one. */
function loadLibrary(): Promise<Mermaid> {
  library ??= import('mermaid').then(module => module.default);
  return library;
}

/**
 * Draws the text of a diagram as SVG.
 *
 * @remarks
 * The text comes from a repository: the strict mode takes markup and actions out of it, and no text in it is HTML.
 */
export async function drawDiagram(
  text: string,
  mode: DiagramMode,
): Promise<string> {
  const mermaid = await loadLibrary();
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    suppressErrorRendering: true,
    theme: mode === 'dark' ? 'dark' : 'neutral',
  });
  drawn += 1;
  const { svg } = await mermaid.render(`diagram-${drawn}`, text);
  return svg;
}

/** The address of a picture that is the diagram; shown as a picture, it can neither run nor request anything. */
export function diagramUrl(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
