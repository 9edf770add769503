import { defineConfig } from '@playwright/test';

/** Of its own, so that the tests run beside a portal that somebody has open. */
const PORT = Number(process.env.GROUNDWORK_E2E_PORT ?? 7107);

/** Debian's Chromium; without these flags it looks for hosts of its own at every start. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/waitUntilPopulated.ts',
  outputDir: 'var/test/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.GROUNDWORK_CHROMIUM ?? '/usr/bin/chromium',
      args: CHROMIUM_FLAGS,
    },
  },
  webServer: {
    command: `node e2e/support/startPortal.mjs ${PORT}`,
    url: `http://localhost:${PORT}/.backstage/health/v1/readiness`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
