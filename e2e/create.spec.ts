import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { git } from './support/git';
import { expect, expectAccessible, signInAs, test } from './support/test';

const WIZARD = '/create/templates/default/nestjs-service';

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').first().fill(name);
  await page.getByLabel('Description').fill('Says what a quote costs');
  await expect(page.getByText(`${name} is free`)).toBeVisible();
  await page.getByRole('button', { name: /Owner/ }).click();
  await page.getByRole('option', { name: 'Developer Experience' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Resource')).toHaveValue('item');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(`acme/${name} is free`)).toBeVisible();
}

/** Does what a developer does on their machine: clone, edit, commit, push. */
async function pushFromAClone(address: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'groundwork-journey-'));
  try {
    await git(directory, 'clone', address, 'work');
    const work = join(directory, 'work');
    const catalogFile = join(work, 'catalog-info.yaml');
    const text = await readFile(catalogFile, 'utf8');
    await writeFile(
      catalogFile,
      text.replace(
        'Says what a quote costs',
        'Says what a quote cost last year',
      ),
    );
    await writeFile(
      join(work, 'docs', 'index.md'),
      '# Quotes\n\nWritten by hand and pushed.\n',
    );
    await git(
      work,
      'commit',
      '--all',
      '--message',
      'docs: say it in our words',
    );
    await git(work, 'push');
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** From the plan to the page of the component. */
async function create(page: Page, name: string): Promise<void> {
  const plan = page.getByRole('region', { name: 'Plan' });
  await expect(
    plan.getByText(`Creates the repository acme/${name}`),
  ).toBeVisible();
  await plan.getByRole('button', { name: 'README.md' }).click();
  await expect(plan.getByText('Says what a quote costs').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Work on it' })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: 'Catalog' }).last().click();
  await expect(
    page.getByRole('heading', { name: 'Quote service' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Repository' })).toContainText(
    `acme/${name}`,
  );
}

function article(page: Page) {
  return page.locator('article.md-typeset');
}

/** Its docs, its first decision and its contract. */
async function read(page: Page, name: string): Promise<void> {
  await page.goto(`/docs/default/component/${name}`);
  await expect(
    article(page).getByText('Says what a quote costs'),
  ).toBeVisible();
  await page.goto(
    `/docs/default/component/${name}/adr/0001-record-the-chosen-options/`,
  );
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText(
    'Record the chosen options',
  );
  await page.goto(`/catalog/default/api/${name}-api/definition`);
  await expect(page.getByText('/v1/items').first()).toBeVisible();
}

async function expectPushToBeSeen(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/catalog/default/component/${name}`);
    await expect(
      page.getByText('Says what a quote cost last year'),
    ).toBeVisible({ timeout: 2_000 });
    await page.goto(`/docs/default/component/${name}`);
    await expect(
      article(page).getByText('Written by hand and pushed.'),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('a developer creates a service, reads its docs and decision, and sees what they push', async ({
  page,
  baseURL,
}) => {
  test.slow();
  const name = 'quote-service';
  await page.goto('/create');
  await page.getByRole('button', { name: 'Choose' }).first().click();
  await fillIn(page, name);
  await create(page, name);
  await read(page, name);
  await pushFromAClone(`${baseURL}/forge/acme/${name}`);
  await expectPushToBeSeen(page, name);
});

test('a name that is taken is refused while it is typed', async ({ page }) => {
  await page.goto(WIZARD);
  await page.getByLabel('Name').first().fill('order-service');
  await expect(page.getByText('The name order-service is taken')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Description')).toBeVisible();
});

test('a viewer may look at the templates, and is told why they cannot create', async ({
  page,
}) => {
  await signInAs(page, 'viewer');
  await page.goto('/create');
  await expect(page.getByText('You may look, but not create')).toBeVisible();
});
