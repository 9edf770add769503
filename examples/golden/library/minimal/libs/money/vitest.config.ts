import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    silent: 'passed-only',
    coverage: {
      reporter: 'text-summary',
      include: ['src/**/*.ts'],
      thresholds: { lines: 90, branches: 80 },
    },
  },
});
