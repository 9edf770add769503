import { UnifiedThemeProvider } from '@backstage/theme';
import { useMemo, type ReactNode } from 'react';
import { cssVariables } from './cssVariables';
import { createMaterialTheme } from './materialTheme';
import type { ThemeMode } from './tokens';
import { ThemeModeContext } from './useThemeMode';

/** Puts the tokens of a mode in force for Backstage UI, Material and our own style sheets. */
export function GroundworkThemeProvider(props: {
  mode: ThemeMode;
  children: ReactNode;
}) {
  const { mode, children } = props;
  const theme = useMemo(() => createMaterialTheme(mode), [mode]);
  return (
    <UnifiedThemeProvider theme={theme} themeName="groundwork">
      <style>{cssVariables(mode)}</style>
      <ThemeModeContext.Provider value={mode}>
        {children}
      </ThemeModeContext.Provider>
    </UnifiedThemeProvider>
  );
}
