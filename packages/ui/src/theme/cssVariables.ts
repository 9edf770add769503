import { fonts, tokens, type ColorTokens, type ThemeMode } from './tokens';

/** Maps our tokens onto the custom properties that Backstage UI components read. */
function backstageUiVariables(color: ColorTokens): Record<string, string> {
  return {
    '--bui-font-regular': fonts.regular,
    '--bui-font-monospace': fonts.monospace,
    '--bui-bg-app': color.app,
    '--bui-bg-neutral-1': color.surface,
    '--bui-bg-neutral-2': color.surfaceRaised,
    '--bui-bg-neutral-3': color.surface,
    '--bui-bg-solid': color.accent,
    '--bui-bg-solid-hover': color.accentHover,
    '--bui-bg-solid-pressed': color.accentHover,
    '--bui-bg-solid-disabled': color.surfaceRaised,
    '--bui-fg-solid': color.onAccent,
    '--bui-fg-solid-disabled': color.textDisabled,
    '--bui-accent-bg': color.accent,
    '--bui-accent-bg-hover': color.accentHover,
    '--bui-accent-fg': color.onAccent,
    '--bui-fg-primary': color.text,
    '--bui-fg-secondary': color.textSecondary,
    '--bui-fg-disabled': color.textDisabled,
    '--bui-border-1': color.border,
    '--bui-border-2': color.borderStrong,
    '--bui-ring': color.focus,
    '--bui-bg-danger': color.dangerSoft,
    '--bui-bg-warning': color.warningSoft,
    '--bui-bg-success': color.successSoft,
    '--bui-bg-info': color.infoSoft,
    '--bui-fg-danger': color.danger,
    '--bui-fg-warning': color.warning,
    '--bui-fg-success': color.success,
    '--bui-fg-info': color.info,
    '--bui-fg-danger-on-bg': color.danger,
    '--bui-fg-warning-on-bg': color.warning,
    '--bui-fg-success-on-bg': color.success,
    '--bui-fg-info-on-bg': color.info,
  };
}

/** What our own style sheets read beyond Backstage UI's properties. */
function groundworkVariables(color: ColorTokens): Record<string, string> {
  return {
    '--gw-backdrop': color.backdrop,
    '--gw-nav-bg': color.navigation.background,
    '--gw-nav-hover': color.navigation.hover,
    '--gw-nav-selected': color.navigation.selected,
    '--gw-nav-border': color.navigation.border,
    '--gw-nav-text': color.navigation.text,
    '--gw-nav-text-selected': color.navigation.textSelected,
    '--gw-nav-indicator': color.navigation.indicator,
  };
}

/**
 * Writes the tokens of a mode as one CSS rule.
 *
 * @remarks
 * Backstage UI declares its properties on the body's theme attributes, so the rule names the body with both
 * attributes to win over them.
 */
export function cssVariables(mode: ThemeMode): string {
  const color = tokens[mode];
  const declarations = Object.entries({
    ...backstageUiVariables(color),
    ...groundworkVariables(color),
  }).map(([name, value]) => `${name}:${value};`);
  return `body[data-theme-name='groundwork'][data-theme-mode='${mode}']{color-scheme:${mode};${declarations.join(
    '',
  )}}`;
}
