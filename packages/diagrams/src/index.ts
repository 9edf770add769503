export { Diagram, type DiagramClasses, type DiagramProps } from './Diagram';
export { drawDiagram, type DrawDiagram } from './drawDiagram';
