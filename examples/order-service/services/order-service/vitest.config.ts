import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    silent: 'passed-only',
    coverage: {
      reporter: 'text-summary',
      include: ['src/**/*.ts'],
      exclude: ['src/generated', 'src/main.ts', 'src/migrate.ts', 'src/write-openapi.ts'],
      thresholds: { lines: 85, branches: 70 },
    },
  },
});
