import { fonts, tokens, type ThemeMode } from '@groundwork/ui';

/** Turns the text of a diagram into SVG. */
export type DrawDiagram = (text: string, mode: ThemeMode) => Promise<string>;

/** What a text may not set for itself: Mermaid's own list, and what would load or escape something. */
const FIXED_SETTINGS = [
  ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges'],
  ...['suppressErrorRendering', 'htmlLabels', 'themeCSS'],
  ...['fontFamily', 'altFontFamily'],
];

let drawings = 0;

/**
 * Draws a diagram with Mermaid, which is loaded with the first one.
 *
 * @remarks `strict` makes Mermaid sanitize what it draws, and ignore callbacks and addresses that run code; what a text says
 * about that, and about style sheets, has no effect.
 */
export const drawDiagram: DrawDiagram = async (text, mode) => {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    secure: FIXED_SETTINGS,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    fontFamily: fonts.regular,
    theme: 'base',
    themeVariables: colorsOf(mode),
  });
  drawings += 1;
  const { svg } = await mermaid.render(`groundwork-diagram-${drawings}`, text);
  return svg;
};

/** Mermaid derives the rest from these. */
function colorsOf(mode: ThemeMode) {
  const colors = tokens[mode];
  return {
    darkMode: mode === 'dark',
    background: colors.surface,
    primaryColor: colors.accentSoft,
    primaryTextColor: colors.text,
    primaryBorderColor: colors.accent,
    secondaryColor: colors.infoSoft,
    tertiaryColor: colors.surfaceRaised,
    lineColor: colors.textSecondary,
    textColor: colors.text,
    noteBkgColor: colors.warningSoft,
    noteTextColor: colors.text,
    noteBorderColor: colors.warning,
  };
}
