import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/test';

/** A tab of an entity page; the navigation has links of the same names. */
function tab(page: Page, name: string) {
  return page.getByRole('main').getByRole('link', { name, exact: true });
}

test('a developer finds a service, its owner, its API and what it depends on', async ({
  page,
}) => {
  await page.goto('/catalog');
  await page.getByRole('link', { name: 'Groundwork backend' }).click();
  await expect(
    page.getByRole('heading', { name: 'Groundwork backend' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Developer Experience' }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Depends on resources' }),
  ).toBeVisible();
  await expectAccessible(page);

  await tab(page, 'APIs').click();
  await page.getByRole('link', { name: 'Groundwork catalog' }).first().click();
  await tab(page, 'API').click();
  await expect(page.getByText('/entities/by-query')).toBeVisible();
});

test('tabs and cards exist only when something stands behind them', async ({
  page,
}) => {
  await page.goto('/catalog/default/user/dana.okafor');
  await expect(
    page.getByRole('heading', { name: 'Dana Okafor' }).first(),
  ).toBeVisible();
  await expect(tab(page, 'Docs')).toHaveCount(0);

  await page.goto('/catalog/default/component/groundwork-backend');
  await expect(
    page.getByRole('heading', { name: 'Provided APIs' }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Consumed APIs' }),
  ).toHaveCount(0);
  await expect(tab(page, 'Kubernetes')).toHaveCount(0);
});

test('names in the catalog table stand on one line, whole', async ({
  page,
}) => {
  await page.goto('/catalog?filters[user]=all');
  const names = page.locator('tbody td:first-child a');
  await expect(names.first()).toBeVisible();
  for (const name of await names.all()) {
    const { lines, isCut } = await name.evaluate(element => ({
      lines: element.getClientRects().length,
      isCut:
        element.scrollWidth > element.clientWidth && element.clientWidth > 0,
    }));
    expect(lines).toBeLessThanOrEqual(1);
    expect(isCut).toBe(false);
  }
});
