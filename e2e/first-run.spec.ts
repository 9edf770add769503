import { expect, expectAccessible, test } from './support/test';

test('a newcomer is signed in without a click and sees what their team owns', async ({
  page,
}) => {
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'Hello, Dana' }),
  ).toBeVisible();
  const services = page.getByRole('region', { name: 'Your services' });
  await expect(
    services.getByRole('link', { name: 'Groundwork backend' }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Waiting for you', exact: true }),
  ).toContainText('Nothing waits for you');
  await expectAccessible(page);
});

test('search from the home page finds a service', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('search', { name: 'Search services, APIs, docs, decisions' })
    .getByRole('searchbox')
    .fill('backend');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?query=backend/);
  await expect(
    page.getByRole('link', { name: 'Groundwork backend' }).first(),
  ).toBeVisible();
});

test('an unknown address offers to search for what it names', async ({
  page,
}) => {
  await page.goto('/services/docs-store');
  await expect(
    page.getByRole('heading', {
      name: 'There is no page at /services/docs-store',
    }),
  ).toBeVisible();
  const search = page.getByRole('search', { name: 'Search the portal' });
  await expect(search.getByRole('searchbox')).toHaveValue(
    'services docs store',
  );
  await expectAccessible(page);
});

test('the whole navigation works from the keyboard', async ({ page }) => {
  await page.goto('/catalog');
  await expect(
    page.getByRole('heading', { name: 'Acme catalog' }),
  ).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('link', { name: 'Skip to content' }),
  ).toBeFocused();
  await page.getByRole('link', { name: 'Docs', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs/);
});

test('on a phone the navigation opens, closes with Escape and leads on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const catalog = page.getByRole('link', { name: 'Catalog', exact: true });
  await expect(
    page.getByRole('heading', { name: 'Hello, Dana' }),
  ).toBeVisible();
  await expect(catalog).toBeHidden();

  await page.getByRole('button', { name: 'Open navigation' }).click();
  await expect(catalog).toBeVisible();
  await catalog.focus();
  await page.keyboard.press('Escape');
  await expect(catalog).toBeHidden();
  const open = page.getByRole('button', { name: 'Open navigation' });
  await expect(open).toBeFocused();

  await open.click();
  await catalog.click();
  await expect(
    page.getByRole('heading', { name: 'Acme catalog' }),
  ).toBeVisible();
  await expect(catalog).toBeHidden();
});
