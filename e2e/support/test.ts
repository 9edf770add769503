import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** Collects what a person would see in the developer tools. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  const note = (fault: string) => faults.push(fault);
  page.on('pageerror', error => note(`page error: ${error.message}`));
  page.on('console', message => {
    // A failed request also prints this line, without its address; `response` below names it.
    if (
      message.type() !== 'error' ||
      message.text().startsWith('Failed to load resource')
    )
      return;
    note(`console error: ${message.text()}`);
  });
  page.on('response', response => {
    if (response.status() >= 400)
      note(`${response.url()} answered ${response.status()}`);
  });
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // Leaving a page cancels what it still loads.
    if (reason !== 'net::ERR_ABORTED')
      note(`${request.url()} failed: ${reason}`);
  });
  return faults;
}

/** Playwright's test, failing on every fault that the page shows in the developer tools. */
export const test = base.extend<{
  /** The faults that a test is about. */
  expectedFaults: RegExp[];
  faults: string[];
}>({
  expectedFaults: [[], { option: true }],
  faults: [
    async ({ page, expectedFaults }, use) => {
      const faults = watch(page);
      await use(faults);
      const unexpected = faults.filter(
        fault => !expectedFaults.some(expected => expected.test(fault)),
      );
      expect(unexpected, 'faults shown in the developer tools').toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs the browser in as a persona from the next page on. */
export async function signInAs(page: Page, persona: string): Promise<void> {
  await page.addInitScript(name => {
    window.localStorage.setItem('groundwork.persona', name);
  }, persona);
}

/** Sets the colour mode from the next page on. */
export async function setMode(
  page: Page,
  mode: 'light' | 'dark',
): Promise<void> {
  await page.addInitScript(name => {
    window.localStorage.setItem('theme', name);
  }, mode);
}

/** Violations inside stock components, which only their maintainers can mend; everything else must be clean. */
const STOCK_VIOLATIONS = [
  {
    rule: 'aria-valid-attr-value',
    html: /class="bui-Tab /,
    reason:
      'Backstage UI tabs that are links name a panel that exists only for tabs with panels',
  },
  {
    rule: 'nested-interactive',
    html: /MuiTableSortLabel|data-rbd-draggable/,
    reason:
      'The stock notifications table has draggable column heads and no option to turn them off',
  },
  {
    rule: 'aria-command-name',
    html: /data-rbd-draggable/,
    reason:
      'The same heads are buttons without a name where the column has no title',
  },
  {
    rule: 'label',
    html: /class="MuiInputBase-input[^>]*aria-autocomplete="list"/,
    reason:
      'The stock graph page writes the names of its filters beside the fields',
  },
  {
    rule: 'listitem',
    html: /class="MuiListItem-root/,
    reason: 'Stock search results and settings put list items into a div',
  },
  {
    rule: 'nested-interactive',
    html: /class="opblock-summary-control"/,
    reason: 'Swagger UI nests a copy button in the summary of an operation',
  },
  {
    rule: 'nested-interactive',
    html: /aria-label="Show template entity details"/,
    reason: 'The stock template card puts a button into the link to its entity',
  },
  {
    rule: 'link-name',
    html: /MuiLink-root[^>]*href="\/catalog\/default\/template\//,
    reason: 'The same link has no words but those of the button',
  },
  {
    rule: 'color-contrast',
    html: /^<span style="color: rgb\([^"]*">/,
    reason: 'The stock view of a gRPC definition brings its own colours',
  },
  {
    rule: 'scrollable-region-focusable',
    html: /^<pre style="display: block; overflow-x: auto/,
    reason: 'The same view scrolls, but cannot be reached by the keyboard',
  },
  {
    rule: 'role-img-alt',
    html: /^<div role="img" aria-labelledby="react-aria[^"]*"><\/div>$/,
    reason:
      'The live announcer of React Aria keeps the id of what it announced after that is gone',
  },
  {
    rule: 'select-name',
    html: /id="servers"/,
    reason:
      'Swagger UI labels its server list beside, not by, the label element',
  },
  {
    rule: 'color-contrast',
    html: /class="version"|class="opblock-|<span>Authorize<\/span>/,
    reason: 'Swagger UI brings its own badge colours',
  },
];

function isStockViolation(rule: string, html: string): boolean {
  return STOCK_VIOLATIONS.some(
    known => known.rule === rule && known.html.test(html),
  );
}

/** Waits until a page loads nothing more: no request, no progress bar, no running transition. A bar that stays fails the test. */
async function waitUntilSettled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  // What follows the scroll position, or repeats for ever, never ends.
  const transitions = () =>
    document
      .getAnimations()
      .filter(
        ({ playState, timeline, effect }) =>
          playState === 'running' &&
          timeline === document.timeline &&
          effect?.getComputedTiming().iterations !== Infinity,
      ).length;
  await expect.poll(() => page.evaluate(transitions)).toBe(0);
}

/** Asserts that a page, once settled, has no serious or critical accessibility violation of our making. */
export async function expectAccessible(page: Page): Promise<void> {
  await waitUntilSettled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const serious = violations
    .map(violation => ({
      ...violation,
      nodes: violation.nodes.filter(
        ({ html }) => !isStockViolation(violation.id, html),
      ),
    }))
    .filter(
      ({ impact, nodes }) =>
        nodes.length > 0 && (impact === 'serious' || impact === 'critical'),
    )
    .map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.slice(0, 3).map(node => node.html.slice(0, 160)),
    }));
  expect(serious, 'serious accessibility violations').toEqual([]);
}

/** Asserts that a page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(excess, 'pixels wider than the window').toBeLessThanOrEqual(0);
}

export { expect };
