import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './support/git';
import { expect, expectAccessible, signInAs, test } from './support/test';

const GUIDE = '/docs/default/system/groundwork/guides/write-docs';

test('a developer opens the docs of the portal, follows the navigation and reads a decision', async ({
  page,
}) => {
  await page.goto('/docs');
  await page.getByRole('link', { name: 'Groundwork', exact: true }).click();
  const article = page.locator('article.md-typeset');
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await article
    .getByRole('link', { name: 'Decisions', exact: true })
    .first()
    .click();
  await article.getByRole('link', { name: /0001/ }).first().click();
  await expect(page).toHaveURL(/adr\/0001/);
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a diagram is drawn, and its source can be shown', async ({ page }) => {
  await page.goto(GUIDE);
  const drawing = page.getByRole('img', { name: /^Diagram/ });
  await expect(drawing).toContainText('The portal renders');
  await expect(drawing.locator('svg')).toBeVisible();
  await page.getByRole('button', { name: 'Show the source' }).click();
  await expect(
    page.getByRole('region', { name: 'Source of the diagram' }),
  ).toContainText('push[You push]');
});

test('a tab shows its code, which is copied with a click', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(GUIDE);
  const python = page.getByText('greeting: str = "hello"');
  await expect(page.getByText("greeting: string = 'hello'")).toBeVisible();
  await expect(python).toBeHidden();
  await page.locator('label').getByText('Python', { exact: true }).click();
  await expect(python).toBeVisible();
  const block = page.locator('.highlight').filter({ has: python });
  await block.getByRole('button').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('greeting: str = "hello"');
});

test('the docs are found by their words', async ({ page }) => {
  await page.goto('/docs/default/system/groundwork');
  await expect(page.locator('article.md-typeset')).toBeVisible();
  await expect(async () => {
    await page.goto('/search?query=persona&types[]=techdocs');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /persona/i })
        .first(),
    ).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
});

test('a search in the docs lands on the section', async ({ page }) => {
  await page.goto('/docs/default/system/groundwork');
  const box = page.getByRole('searchbox', { name: 'Search docs' });
  await box.fill('Find what is broken');
  await page
    .getByRole('option')
    .filter({ hasText: 'Find what is broken' })
    .first()
    .click();
  await expect(page).toHaveURL(/write-docs\/?#find-what-is-broken/);
  await expect(
    page.getByRole('heading', { name: 'Find what is broken' }),
  ).toBeInViewport();
});

test('who owns docs is told of a broken link after the push, and nobody else', async ({
  page,
  baseURL,
}) => {
  const directory = await mkdtemp(join(tmpdir(), 'groundwork-docs-'));
  const docs = '/docs/default/system/acme-platform/reference/tools';
  const told = page.getByText('1 thing to fix in these docs');
  try {
    await git(directory, 'clone', '-q', `${baseURL}/forge/acme/platform`, '.');
    await appendFile(
      join(directory, 'docs/reference/tools.md'),
      '\nSee [what is not there](not-there.md).\n',
    );
    await git(directory, 'commit', '-qam', 'docs: link to a missing page');
    await git(directory, 'push', '-q');

    await signInAs(page, 'platform-engineer');
    await expect(async () => {
      await page.goto(docs);
      await expect(told).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 45_000 });
    await page.getByText('1 of them on this page').click();
    await expect(page.getByText(/link 'not-there.md' points to/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Show the report' }).click();
    await expect(
      page.getByRole('link', { name: 'docs/reference/tools.md' }),
    ).toBeVisible();

    await signInAs(page, 'developer');
    await page.goto(docs);
    await expect(page.getByText('what is not there')).toBeVisible();
    await expect(told).toHaveCount(0);

    await git(directory, 'revert', '--no-edit', 'HEAD');
    await git(directory, 'push', '-q');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
