import { tokens, type ColorTokens } from './tokens';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(index => {
    const channel = parseInt(hex.slice(index, index + 2), 16) / 255;
    return channel <= 0.03928
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function textPairs(color: ColorTokens): Array<[string, string, string]> {
  const surfaces = {
    app: color.app,
    surface: color.surface,
    raised: color.surfaceRaised,
  };
  const texts = {
    text: color.text,
    secondary: color.textSecondary,
    link: color.link,
  };
  const onSurfaces = Object.entries(surfaces).flatMap(([surface, background]) =>
    Object.entries(texts).map(
      ([name, foreground]): [string, string, string] => [
        `${name} on ${surface}`,
        foreground,
        background,
      ],
    ),
  );
  return [
    ...onSurfaces,
    ['text on accent', color.onAccent, color.accent],
    ['success on its background', color.success, color.successSoft],
    ['warning on its background', color.warning, color.warningSoft],
    ['danger on its background', color.danger, color.dangerSoft],
    ['info on its background', color.info, color.infoSoft],
    ['navigation', color.navigation.text, color.navigation.background],
    ['hovered navigation', color.navigation.text, color.navigation.hover],
    [
      'selected navigation',
      color.navigation.textSelected,
      color.navigation.selected,
    ],
  ];
}

describe.each(['light', 'dark'] as const)('the %s tokens', mode => {
  it.each(textPairs(tokens[mode]))('keep %s readable (4.5:1)', (_, fg, bg) => {
    expect(contrast(fg, bg)).toBeGreaterThanOrEqual(4.5);
  });

  it('keep field outlines visible (3:1)', () => {
    const { borderStrong, surface } = tokens[mode];
    expect(contrast(borderStrong, surface)).toBeGreaterThanOrEqual(3);
  });
});
