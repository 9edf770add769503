import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInAs, test } from './support/test';

const LOG = '/decisions/acme/order-service/-/services/order-service/docs/adr';
const OLD = `${LOG}/0001-record-the-chosen-options.md`;

const OUTCOME = 'One file, checked when the service starts.';

/** The record, read again until it says so: a push is in the log within seconds. */
async function expectRecord(page: Page, address: string, text: string) {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

async function confirm(page: Page, button: string, confirmation: string) {
  await page.getByRole('button', { name: button }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: confirmation })
    .click();
}

test('a developer narrows the log and opens a decision', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Decisions', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search decisions' }).fill('token');
  await page
    .getByRole('complementary', { name: 'Filters' })
    .getByText('Accepted')
    .click();
  await expect(page).toHaveURL(/q=token/);
  await expect(page).toHaveURL(/status=accepted/);
  await expect(
    page.getByRole('link', { name: '0004 Ask auth-service about every token' }),
  ).toHaveCount(0);
  await page
    .getByRole('link', { name: '0008 Verify tokens where they arrive' })
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Verify tokens where' }),
  ).toBeVisible();
  await page
    .getByRole('region', { name: 'Linked decisions' })
    .getByRole('link', { name: /^0004/ })
    .click();
  await expect(
    page.getByText('This decision is no longer in force'),
  ).toBeVisible();
});

/** Fills in the form on the tab of the service and sends it; returns the address of the change. */
async function propose(page: Page): Promise<string> {
  await page.goto('/catalog/default/component/order-service/decisions');
  await page.getByRole('link', { name: 'Propose a decision' }).click();
  await page
    .getByRole('textbox', { name: /^Title/ })
    .fill('Keep options in one file');
  await page.getByRole('button', { name: /Supersedes/ }).click();
  await page.getByRole('option', { name: /^0001/ }).click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('textbox', { name: /^Context/ })
    .fill('Options are in two places, which disagree.');
  await page.getByRole('textbox', { name: /^Outcome/ }).fill(OUTCOME);
  await expect(
    page.getByText('docs/adr/0002-keep-options-in-one-file.md'),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open a change' }).click();
  await page.getByRole('link', { name: 'Show the change' }).click();
  await expect(
    page.getByRole('heading', { name: /ADR 0002: Keep options in one file/ }),
  ).toBeVisible();
  return page.url();
}

async function expectInForce(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByText('Accepted').first()).toBeVisible();
}

test('a proposal becomes a change, somebody else accepts it, and what it supersedes flips only then', async ({
  page,
}) => {
  const change = await propose(page);
  await expectInForce(page, OLD);

  await signInAs(page, 'platform-engineer');
  await page.goto('/decisions');
  await confirm(page, 'Accept “Keep options in one file”', 'Add to the change');
  await expect(page.getByText(/^Change \d+ is open$/)).toBeVisible();
  await expectInForce(page, OLD);
  await page.goto(change);
  await confirm(page, 'Merge', 'Merge');
  await expect(page.getByText(/merged it into main/)).toBeVisible();

  await expectRecord(page, OLD, 'This decision is no longer in force');
  await page
    .getByRole('link', { name: '0002 Keep options in one file' })
    .first()
    .click();
  await expect(page.getByText(OUTCOME)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/decisions?view=graph');
  await expect(
    page.getByRole('row', { name: /0002 Keep options.*supersedes.*0001/ }),
  ).toBeVisible();
});

test('the feed opens in the browser that is signed in', async ({ page }) => {
  await page.goto('/decisions');
  const link = page.getByRole('link', { name: 'Feed' });
  const feed = await page.request.get(`${await link.getAttribute('href')}`);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('Verify tokens where they arrive');
});

test('a viewer reads, and is offered nothing else', async ({ page }) => {
  await signInAs(page, 'viewer');
  await page.goto('/decisions');
  await expect(page.getByRole('link', { name: /^0022/ }).first()).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Propose a decision' }),
  ).toHaveCount(0);
  await page.goto(
    '/decisions/acme/platform/-/docs/adr/0008-verify-tokens-where-they-arrive.md',
  );
  await expect(page.getByRole('link', { name: 'Source' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /Accept|Reject|Deprecate|Supersede/ }),
  ).toHaveCount(0);
  await page.goto('/decisions/-/new?entity=component:default/order-service');
  await expect(
    page.getByText('Your role may not propose decisions.'),
  ).toBeVisible();
});
