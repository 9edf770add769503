import type { UnifiedThemeOptions } from '@backstage/theme';
import type { ColorTokens } from './tokens';

/** Corner radius of surfaces, in pixels; the same as Backstage UI's `--bui-radius-3`. */
const SURFACE_RADIUS = 8;

function surfaces(color: ColorTokens): UnifiedThemeOptions['components'] {
  return {
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'none' },
        rounded: { borderRadius: SURFACE_RADIUS },
        elevation1: { boxShadow: 'none', border: `1px solid ${color.border}` },
        elevation2: { boxShadow: 'none', border: `1px solid ${color.border}` },
      },
    },
    MuiCardHeader: { styleOverrides: { title: { fontWeight: 600 } } },
    BackstageHeader: {
      styleOverrides: {
        header: {
          backgroundImage: 'none',
          backgroundColor: color.surface,
          borderBottom: `1px solid ${color.border}`,
          boxShadow: 'none',
        },
        title: { color: color.text, fontWeight: 600 },
        subtitle: { color: color.textSecondary, opacity: 1 },
        type: { color: color.textSecondary, opacity: 1 },
        breadcrumb: { color: color.textSecondary },
        breadcrumbType: { color: 'inherit', opacity: 1 },
        breadcrumbTitle: { color: 'inherit', opacity: 1 },
      },
    },
    BackstageHeaderLabel: {
      styleOverrides: {
        label: { color: color.textSecondary, opacity: 1 },
        value: { color: color.text, opacity: 1 },
      },
    },
  };
}

function controls(color: ColorTokens): UnifiedThemeOptions['components'] {
  return {
    MuiButton: {
      styleOverrides: {
        root: { textTransform: 'none', fontWeight: 600, borderRadius: 6 },
        contained: { boxShadow: 'none' },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          backgroundColor: color.surfaceRaised,
          color: color.text,
          border: 'none',
        },
      },
    },
    MuiTab: { styleOverrides: { root: { letterSpacing: 'normal' } } },
    MuiFormLabel: { styleOverrides: { root: { color: color.textSecondary } } },
    MuiOutlinedInput: {
      styleOverrides: { notchedOutline: { borderColor: color.borderStrong } },
    },
  };
}

function tables(color: ColorTokens): UnifiedThemeOptions['components'] {
  return {
    MuiTableRow: {
      styleOverrides: {
        root: {
          '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
          borderBottom: `1px solid ${color.border}`,
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderBottom: `1px solid ${color.border}`, lineHeight: 1.4 },
        sizeSmall: { padding: '10px 16px 10px 20px' },
        head: { color: color.textSecondary, fontWeight: 600 },
      },
    },
    BackstageTableToolbar: {
      styleOverrides: {
        root: { flexWrap: 'wrap', padding: 12 },
        title: {
          flexShrink: 0,
          maxWidth: '100%',
          '& > h6': { paddingLeft: 8, whiteSpace: 'normal' },
        },
        searchField: { paddingRight: 0 },
      },
    },
    BackstageTableHeader: {
      styleOverrides: {
        header: { color: color.textSecondary, borderTop: 'none' },
      },
    },
  };
}

/** Shapes the Material components that stock pages still use: flat surfaces, hairlines, sentence-case buttons. */
export function materialComponents(
  color: ColorTokens,
): UnifiedThemeOptions['components'] {
  return { ...surfaces(color), ...controls(color), ...tables(color) };
}
