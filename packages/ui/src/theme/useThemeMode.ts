import { createContext, useContext } from 'react';
import type { ThemeMode } from './tokens';

/** The mode that a theme provider has put in force. */
export const ThemeModeContext = createContext<ThemeMode>('light');

/** The mode in which the portal is shown, for what is drawn by other means than style sheets. */
export function useThemeMode(): ThemeMode {
  return useContext(ThemeModeContext);
}
