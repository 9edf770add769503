import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInAs, test } from './support/test';

const REPOSITORY = '/forge/groundwork/templates';

/** Replaces what the editor shows, as somebody who types does. */
async function write(page: Page, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: /^Text of/ });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

test('a developer reads files, history and versions of a repository', async ({
  page,
}) => {
  await page.goto('/forge');
  await page.getByRole('link', { name: 'templates' }).first().click();
  await page.getByRole('link', { name: 'nestjs-service.yaml' }).click();
  await expect(
    page.getByText('scaffolder.backstage.io/v1beta3').first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${REPOSITORY}/-/commits/main`);
  await expect(
    page
      .getByRole('link')
      .filter({ hasText: /feat|docs|chore/ })
      .first(),
  ).toBeVisible();
});

test('an edit becomes a change, somebody else approves it, and the owner merges it', async ({
  page,
}) => {
  await page.goto(`${REPOSITORY}/-/edit/main/README.md`);
  await write(page, '# Templates\n\nProposed in the browser.\n');
  await page.getByRole('button', { name: 'Preview the difference' }).click();
  await expect(
    page.getByText('Proposed in the browser.').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Propose change' }).click();
  await expect(page).toHaveURL(/\/changes\/\d+$/);
  await expect(
    page.getByText('It can be merged into main without conflicts'),
  ).toBeVisible();
  await expectAccessible(page);
  const change = page.url();

  await signInAs(page, 'platform-engineer');
  await page.goto(change);
  await page.getByText('Approve', { exact: true }).click();
  await page.getByRole('button', { name: 'Submit review' }).click();
  await expect(page.getByText('approved')).toBeVisible();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText(/merged it into main/)).toBeVisible();

  await page.goto(`${REPOSITORY}/-/blob/main/README.md`);
  await expect(page.getByText('Proposed in the browser.')).toBeVisible();
});

test('a viewer is offered neither edit nor merge', async ({ page }) => {
  await signInAs(page, 'viewer');
  await page.goto(`${REPOSITORY}/-/blob/main/README.md`);
  await expect(page.getByRole('heading', { name: 'templates' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
});
