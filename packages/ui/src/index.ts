export * from './components/AsyncView';
export * from './components/EmptyState';
export * from './components/LoadFailure';
export * from './components/Mark';
export * from './hooks/useAsyncState';
export * from './theme/GroundworkThemeProvider';
export * from './theme/tokens';
export { useThemeMode } from './theme/useThemeMode';
export * from './translation';
