/** The colours of one mode; every colour of the portal, Backstage UI and Material alike, comes from here. */
export type ColorTokens = {
  /** Page background. */
  app: string;
  /** Cards, tables and menus. */
  surface: string;
  /** Panels inside a card, table heads, hovered rows. */
  surfaceRaised: string;
  /** Hairlines between and around surfaces. */
  border: string;
  /** Outlines of form fields, which need 3:1 against the surface (WCAG 1.4.11). */
  borderStrong: string;
  text: string;
  textSecondary: string;
  textDisabled: string;
  /** Buttons and marks that ask for attention. */
  accent: string;
  accentHover: string;
  onAccent: string;
  /** Tinted background of a selected thing. */
  accentSoft: string;
  link: string;
  linkHover: string;
  focus: string;
  /** Over the page while the navigation drawer is open. */
  backdrop: string;
  success: string;
  warning: string;
  danger: string;
  info: string;
  successSoft: string;
  warningSoft: string;
  dangerSoft: string;
  infoSoft: string;
  navigation: {
    background: string;
    hover: string;
    selected: string;
    border: string;
    text: string;
    textSelected: string;
    indicator: string;
  };
};

/** The two modes of a theme. */
export type ThemeMode = 'light' | 'dark';

/** Typefaces: what the reader's system has, so that nothing is downloaded. */
export const fonts = {
  regular:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif",
  monospace:
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
} as const;

const navigation = {
  background: '#10211c',
  hover: '#1a3129',
  selected: '#21443a',
  border: '#27423a',
  text: '#c6d3cd',
  textSelected: '#ffffff',
  indicator: '#5cc8a9',
} as const;

/** All colours by mode. Text on its surface keeps at least 4.5:1 (WCAG 1.4.3), which `tokens.test.ts` checks. */
export const tokens: Record<ThemeMode, ColorTokens> = {
  light: {
    app: '#f6f5f1',
    surface: '#ffffff',
    surfaceRaised: '#f2f0ea',
    border: '#e1ddd3',
    borderStrong: '#8a8577',
    text: '#1d1c19',
    textSecondary: '#5b574e',
    textDisabled: '#8f8b80',
    accent: '#0f5f4e',
    accentHover: '#0b4a3d',
    onAccent: '#ffffff',
    accentSoft: '#dcefe8',
    link: '#0b6250',
    linkHover: '#07483b',
    focus: '#1b8069',
    backdrop: '#00000073',
    success: '#17683a',
    warning: '#8a4b08',
    danger: '#b3261e',
    info: '#1d5a94',
    successSoft: '#e0f2e6',
    warningSoft: '#fbeed9',
    dangerSoft: '#fbe4e2',
    infoSoft: '#e1edf8',
    navigation,
  },
  dark: {
    app: '#131513',
    surface: '#1c1f1c',
    surfaceRaised: '#262a26',
    border: '#363b36',
    borderStrong: '#7c837b',
    text: '#ecebe5',
    textSecondary: '#aeb0a6',
    textDisabled: '#767a72',
    accent: '#5cc8a9',
    accentHover: '#7ad6bb',
    onAccent: '#0b1f19',
    accentSoft: '#1d3b32',
    link: '#74d3b7',
    linkHover: '#99e2cc',
    focus: '#5cc8a9',
    backdrop: '#000000a6',
    success: '#6fce91',
    warning: '#f0b35e',
    danger: '#f58c84',
    info: '#8cc0f0',
    successSoft: '#17301f',
    warningSoft: '#35270f',
    dangerSoft: '#3b1b19',
    infoSoft: '#172b3f',
    navigation: { ...navigation, background: '#0e1714', border: '#22332d' },
  },
};
