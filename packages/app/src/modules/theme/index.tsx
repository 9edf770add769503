import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { GroundworkThemeProvider, type ThemeMode } from '@groundwork/ui';
import { RiMoonLine, RiSunLine } from '@remixicon/react';

function createTheme(mode: ThemeMode, title: string, icon: JSX.Element) {
  return ThemeBlueprint.make({
    name: mode,
    params: {
      theme: {
        id: mode,
        title,
        variant: mode,
        icon,
        Provider: ({ children }) => (
          <GroundworkThemeProvider mode={mode}>
            {children}
          </GroundworkThemeProvider>
        ),
      },
    },
  });
}

/** Replaces the stock light and dark themes by ours. */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    createTheme('light', 'Light', <RiSunLine size={20} />),
    createTheme('dark', 'Dark', <RiMoonLine size={20} />),
  ],
});
