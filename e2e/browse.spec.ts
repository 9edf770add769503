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

test('a reader follows a question through Acme, from the search to the decision', async ({
  page,
}) => {
  await page.goto('/');
  await page
    .getByRole('search', { name: 'Search services, APIs, docs, decisions' })
    .getByRole('searchbox')
    .fill('auth');
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', { name: 'Auth service', exact: true })
    .first()
    .click();
  await expect(
    page.getByRole('link', { name: 'Identity' }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('note', { name: 'An example of Acme' }),
  ).toBeVisible();

  await tab(page, 'APIs').click();
  await page.getByRole('link', { name: 'Auth service API' }).first().click();
  await expect(page.getByRole('heading', { name: 'Consumers' })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'API gateway' }).first(),
  ).toBeVisible();
  await tab(page, 'API').click();
  await expect(page.getByText('/v1/sessions/refresh')).toBeVisible();

  await page.goto('/docs/default/system/acme-platform/adr');
  const article = page.locator('article.md-typeset');
  await article
    .getByRole('link', { name: '0008', exact: true })
    .first()
    .click();
  await expect(
    article.getByRole('heading', { name: 'Verify tokens where they arrive' }),
  ).toBeVisible();
});

test('an entity leads to the source that it was read from', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/order-service');
  await page
    .getByRole('region', { name: 'Repository' })
    .getByRole('link', { name: 'acme/order-service' })
    .click();
  await expect(page.getByText('catalog-info.yaml')).toBeVisible();
  await expect(page.getByText('Example', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('the tag of the examples finds all of them', async ({ page }) => {
  await page.goto('/catalog?filters[user]=all&filters[tags]=example');
  await expect(
    page.getByRole('link', { name: 'Data service', exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Groundwork backend' }),
  ).toHaveCount(0);
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
