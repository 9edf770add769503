import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    silent: 'passed-only',
    coverage: {
      reporter: 'text-summary',
      include: ['src/**/*.ts'],
      // Traces are tested in a process of their own.
      exclude: ['src/testing', 'src/tracing'],
      thresholds: { lines: 85, branches: 70 },
    },
  },
});
