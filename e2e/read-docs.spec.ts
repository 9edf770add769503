import { expect, expectAccessible, test } from './support/test';

test('a developer opens the docs of the portal, follows the navigation and reads a decision', async ({
  page,
}) => {
  await page.goto('/docs');
  await page.getByRole('link', { name: 'Groundwork', exact: true }).click();
  const article = page.locator('article.md-typeset');
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Decisions' }).first().click();
  await article.getByRole('link', { name: /0001/ }).first().click();
  await expect(page).toHaveURL(/adr\/0001/);
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
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
