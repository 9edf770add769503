import { expect, signInAs, test } from './support/test';

const PERSONAS = [
  { persona: 'viewer', name: 'Vera Lind', title: 'Viewer' },
  { persona: 'developer', name: 'Dana Okafor', title: 'Developer' },
  {
    persona: 'platform-engineer',
    name: 'Priya Raman',
    title: 'Platform engineer',
  },
  { persona: 'admin', name: 'Adam Kowal', title: 'Admin' },
];

for (const { persona, name, title } of PERSONAS) {
  test(`the persona ${persona} is ${name} and browses the catalog`, async ({
    page,
  }) => {
    await signInAs(page, persona);
    await page.goto('/catalog?filters[user]=all');
    await expect(
      page.getByRole('button', { name: `You are ${name}` }),
    ).toContainText(title);
    await expect(
      page.getByRole('link', { name: 'Groundwork backend' }),
    ).toBeVisible();
  });
}

test('only who owns an entity is offered to refresh it', async ({ page }) => {
  await page.goto('/catalog/default/component/groundwork-backend');
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();

  await signInAs(page, 'viewer');
  await page.goto('/catalog/default/component/groundwork-backend');
  await expect(
    page.getByRole('heading', { name: 'Provided APIs' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveCount(0);
});

test('the persona switch signs in as another and back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'You are Dana Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Viewer' }).click();
  await expect(
    page.getByRole('heading', { name: 'Hello, Vera' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'You are Vera Lind' }).click();
  await page.getByRole('menuitem', { name: 'Developer' }).click();
  await expect(
    page.getByRole('heading', { name: 'Hello, Dana' }),
  ).toBeVisible();
});

test.describe('with a persona that no longer exists', () => {
  test.use({
    expectedFaults: [/\/api\/auth\/persona\/refresh answered 400/],
  });

  test('says so and leads back to the default one', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() =>
      window.localStorage.setItem('groundwork.persona', 'nobody'),
    );
    await page.reload();
    await expect(page.getByText('Could not sign you in')).toBeVisible();
    await page
      .getByRole('button', { name: 'Sign in as the default persona' })
      .click();
    await expect(
      page.getByRole('heading', { name: 'Hello, Dana' }),
    ).toBeVisible();
  });
});
