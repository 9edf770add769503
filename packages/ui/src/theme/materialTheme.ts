import {
  createUnifiedTheme,
  genPageTheme,
  palettes,
  shapes,
  type UnifiedTheme,
} from '@backstage/theme';
import { materialComponents } from './materialComponents';
import { fonts, tokens, type ColorTokens, type ThemeMode } from './tokens';

/** What Material itself reads. */
function basePalette(color: ColorTokens) {
  return {
    background: { default: color.app, paper: color.surface },
    primary: { main: color.accent, contrastText: color.onAccent },
    secondary: { main: color.info },
    error: { main: color.danger },
    warning: { main: color.warning },
    success: { main: color.success },
    info: { main: color.info },
    divider: color.border,
    text: {
      primary: color.text,
      secondary: color.textSecondary,
      disabled: color.textDisabled,
    },
  };
}

/** What Backstage's Material components read beyond that. */
function backstagePalette(color: ColorTokens) {
  return {
    status: {
      ok: color.success,
      warning: color.warning,
      error: color.danger,
      running: color.info,
      pending: color.warning,
      aborted: color.textSecondary,
    },
    banner: {
      info: color.infoSoft,
      error: color.dangerSoft,
      warning: color.warningSoft,
      text: color.text,
      link: color.link,
      closeButtonColor: color.text,
    },
    border: color.border,
    textContrast: color.text,
    textVerySubtle: color.border,
    textSubtle: color.textSecondary,
    highlight: color.accentSoft,
    errorBackground: color.dangerSoft,
    warningBackground: color.warningSoft,
    infoBackground: color.infoSoft,
    errorText: color.danger,
    infoText: color.info,
    warningText: color.warning,
    link: color.link,
    linkHover: color.linkHover,
    gold: color.warning,
    tabbar: { indicator: color.accent },
  };
}

/** Stock pages name a theme for their header; ours is one plain surface for all of them. */
function pageThemes(mode: ThemeMode) {
  const color = tokens[mode];
  const page = {
    ...genPageTheme({
      colors: [color.surface, color.surface],
      shape: shapes.wave,
      options: { fontColor: color.text },
    }),
    backgroundImage: 'none',
  };
  const names =
    'home app apis documentation tool service website library other card';
  return Object.fromEntries(names.split(' ').map(name => [name, page]));
}

/** Builds the Material theme of a mode from the tokens, so that stock Material pages look like ours. */
export function createMaterialTheme(mode: ThemeMode): UnifiedTheme {
  return createUnifiedTheme({
    palette: {
      ...palettes[mode],
      ...basePalette(tokens[mode]),
      ...backstagePalette(tokens[mode]),
    },
    fontFamily: fonts.regular,
    defaultPageTheme: 'home',
    pageTheme: pageThemes(mode),
    components: materialComponents(tokens[mode]),
  });
}
