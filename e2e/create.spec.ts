import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { git } from './support/git';
import { expect, expectAccessible, signInAs, test } from './support/test';

const WIZARD = '/create/templates/default/nestjs-service';

/** The first step, which is the same for every template. */
async function describeIt(
  page: Page,
  about: { name: string; description: string; owner: string },
): Promise<void> {
  await page.getByLabel('Name').first().fill(about.name);
  await page.getByLabel('Description').fill(about.description);
  await expect(page.getByText(`${about.name} is free`)).toBeVisible();
  await page.getByRole('button', { name: /Owner/ }).click();
  await page.getByRole('option', { name: about.owner, exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
}

/** All steps for a service in a repository of its own. */
async function fillIn(page: Page, name: string): Promise<void> {
  await describeIt(page, {
    name,
    description: 'Says what a quote costs',
    owner: 'Developer Experience',
  });
  await expect(page.getByLabel('Resource')).toHaveValue('item');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('In a repository of its own').click();
  await expect(page.getByText(`acme/${name} is free`)).toBeVisible();
}

function planOf(page: Page) {
  return page.getByRole('region', { name: 'Plan' });
}

async function pressCreate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
}

async function choosePlatform(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /Platform/ }).click();
  await page.getByRole('option', { name: title }).click();
}

/** Does what a developer does on their machine: clone, edit, commit, push. */
async function pushFromAClone(address: string, name: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'groundwork-journey-'));
  try {
    await git(directory, 'clone', address, 'work');
    const work = join(directory, 'work');
    const service = join(work, 'services', name);
    const catalogFile = join(service, 'catalog-info.yaml');
    const text = await readFile(catalogFile, 'utf8');
    await writeFile(
      catalogFile,
      text.replace(
        'Says what a quote costs',
        'Says what a quote cost last year',
      ),
    );
    await writeFile(
      join(service, 'docs', 'index.md'),
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
  const plan = planOf(page);
  await expect(
    plan.getByText(`Creates the repository acme/${name}`),
  ).toBeVisible();
  await plan.getByRole('button', { name: 'README.md' }).last().click();
  await expect(plan.getByText('Says what a quote costs').first()).toBeVisible();
  await expectAccessible(page);

  await pressCreate(page);
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
  await page
    .getByRole('article', { name: 'NestJS service' })
    .getByRole('button', { name: 'Choose' })
    .click();
  await fillIn(page, name);
  await create(page, name);
  await read(page, name);
  await pushFromAClone(`${baseURL}/forge/acme/${name}`, name);
  await expectPushToBeSeen(page, name);
});

/** As somebody of the team that owns the platform. */
async function mergeFirstChange(
  browser: Browser,
  options: { baseURL?: string; platform: string; title: string },
): Promise<void> {
  const { baseURL, platform, title } = options;
  const page = await browser.newPage({ baseURL });
  await signInAs(page, 'platform-engineer');
  await page.goto('/');
  await page.getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(
    new RegExp(`/forge/acme/${platform}/-/changes/1`),
  );
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('Merged').first()).toBeVisible();
  await page.close();
}

/** Where the change shows itself until it is merged. */
async function expectPending(page: Page, platform: string, title: string) {
  for (const address of [
    `/forge/acme/${platform}`,
    `/catalog/default/system/${platform}`,
  ]) {
    await page.goto(address);
    const pending = page.getByRole('region', { name: 'Pending changes' });
    await expect(pending.getByRole('link', { name: title })).toBeVisible();
    await expect(pending.getByText('Dana Okafor')).toBeVisible();
    await expectAccessible(page);
  }
}

/** A platform of the journey, and the service that joins it. */
const HARBOUR = { name: 'harbour', title: 'Harbour', owner: 'Platform' };
const BERTH = {
  name: 'berth-service',
  description: 'Knows which berths are free',
  owner: 'Edge',
};
const BERTH_CHANGE = `feat(${BERTH.name}): add the service`;

async function createHarbour(page: Page): Promise<void> {
  const { name, owner } = HARBOUR;
  await page.goto('/create/templates/default/platform');
  await describeIt(page, { name, description: 'Runs the harbour', owner });
  await expect(
    planOf(page).getByText(`Creates the repository acme/${name}`),
  ).toBeVisible({ timeout: 30_000 });
  await pressCreate(page);
  await expect(page.getByRole('heading', { name: 'Work on it' })).toBeVisible({
    timeout: 60_000,
  });
}

/** From the list of templates to the change. */
async function proposeBerthService(page: Page): Promise<void> {
  await page.goto(WIZARD);
  await describeIt(page, BERTH);
  await page.getByLabel('Resource').fill('berth');
  await page.getByLabel('Collection').fill('berths');
  await page.getByText('Redis cache', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await choosePlatform(page, HARBOUR.title);
  await expect(
    planOf(page).getByText(
      `Proposes a change of acme/${HARBOUR.name}: ${BERTH_CHANGE}`,
    ),
  ).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await pressCreate(page);
}

async function expectNameToBeRefused(page: Page): Promise<void> {
  await page.goto(WIZARD);
  await describeIt(page, BERTH);
  await page.getByRole('button', { name: 'Next' }).click();
  await choosePlatform(page, HARBOUR.title);
  await expect(
    planOf(page).getByText(/The open change #1 .* already adds/),
  ).toBeVisible({ timeout: 30_000 });
}

/** Its page, its docs and its contract. */
async function expectBerthService(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Berth service in the catalog' })
    .click();
  await expect(
    page.getByRole('heading', { name: 'Berth service' }).first(),
  ).toBeVisible();
  await page.goto(`/docs/default/component/${BERTH.name}`);
  await expect(
    article(page).getByText(BERTH.description).first(),
  ).toBeVisible();
  await page.goto(`/catalog/default/api/${BERTH.name}-api/definition`);
  await expect(page.getByText('/v1/berths').first()).toBeVisible();
}

test('a service that is created into a platform is pending until its change is merged, and then in the catalog', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const outcome = page.getByRole('region', { name: 'Your change' });
  await createHarbour(page);
  await proposeBerthService(page);
  await expect(outcome.getByText(/^It is pending/)).toBeVisible({
    timeout: 60_000,
  });
  const result = page.url();
  await expectPending(page, HARBOUR.name, BERTH_CHANGE);
  await expectNameToBeRefused(page);

  await page.goto(result);
  await expect(outcome.getByText('Open', { exact: true })).toBeVisible();
  await mergeFirstChange(browser, {
    baseURL,
    platform: HARBOUR.name,
    title: BERTH_CHANGE,
  });
  await expect(outcome.getByText(/and in the catalog\.$/)).toBeVisible({
    timeout: 30_000,
  });
  await expectBerthService(page);
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
