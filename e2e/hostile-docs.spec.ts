import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './support/git';
import { HOSTILE_PAGE } from './support/hostilePage';
import { expect, test } from './support/test';

const PAGE = '/docs/default/system/acme-platform/hostile';

/**
 * Images that lead nowhere are looked for, and that is all. Mermaid cleans labels in a document of its own, which runs
 * nothing; the policy of the page names their handlers all the same.
 */
test.use({ expectedFaults: [/404|Executing inline event handler violates/] });

/** Clicks everything but links that lead to another page; runs in the browser. */
function clickAll(article: Element): void {
  for (const element of article.querySelectorAll('*')) {
    const leadsAway =
      element instanceof HTMLAnchorElement &&
      /^(?:https?|mailto):$/.test(element.protocol);
    if (!leadsAway) {
      element.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    }
  }
}

/** What is left that could run; runs in the browser. */
function listHandlers(article: Element): string[] {
  return [...article.querySelectorAll('*')].flatMap(({ tagName, attributes }) =>
    [...attributes]
      .filter(
        ({ name, value }) =>
          /^on/i.test(name) || /^\s*(?:java|vb)script:/i.test(value),
      )
      .map(({ name, value }) => `${tagName} ${name}="${value}"`),
  );
}

test('nothing of a hostile page runs in the reader', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const directory = await mkdtemp(join(tmpdir(), 'groundwork-docs-'));
  try {
    await git(directory, 'clone', '-q', `${baseURL}/forge/acme/platform`, '.');
    await writeFile(join(directory, 'docs/hostile.md'), HOSTILE_PAGE);
    await git(directory, 'add', '.');
    await git(directory, 'commit', '-qm', 'docs: try to run something');
    await git(directory, 'push', '-q');

    await expect(async () => {
      await page.goto(PAGE);
      await expect(page.getByText('The end of the hostile page.')).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 45_000 });
    // Diagrams come last, and one of them leads somewhere.
    await expect(page.getByRole('img', { name: /^Diagram/ })).toHaveCount(3);

    const article = page.locator('article.md-typeset');
    await article.evaluate(clickAll);
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);

    await page.goto(PAGE);
    await expect(page.getByRole('img', { name: /^Diagram/ })).toHaveCount(3);
    expect(await article.evaluate(listHandlers)).toEqual([]);

    await git(directory, 'revert', '--no-edit', 'HEAD');
    await git(directory, 'push', '-q');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
