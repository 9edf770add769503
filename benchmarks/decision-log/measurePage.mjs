import { chromium } from '@playwright/test';

/** Debian's Chromium; without these flags it looks for hosts of its own at every start. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-sync'];

/** Opens the log in new tabs of one browser; from the navigation to a list that can be narrowed. */
export async function measurePage(baseUrl, times) {
  const browser = await chromium.launch({
    executablePath: process.env.GROUNDWORK_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  try {
    const context = await browser.newContext();
    // The first visit loads the app; colleagues come every day.
    await open(context, baseUrl);
    const results = [];
    for (let index = 0; index < times; index += 1) {
      results.push(await open(context, baseUrl));
    }
    return results.sort((left, right) => left - right);
  } finally {
    await browser.close();
  }
}

async function open(context, baseUrl) {
  const page = await context.newPage();
  try {
    const begin = performance.now();
    await page.goto(`${baseUrl}/decisions`, { waitUntil: 'commit' });
    await page.getByRole('row').nth(1).waitFor();
    await page.getByRole('checkbox').first().waitFor({ state: 'attached' });
    await page.getByRole('searchbox', { name: 'Search decisions' }).fill('q');
    return performance.now() - begin;
  } finally {
    await page.close();
  }
}
