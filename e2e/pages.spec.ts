import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  setMode,
  test,
} from './support/test';

/** Every kind of page, with something that is there once it has loaded. */
const PAGES = [
  { path: '/', shows: 'Your services' },
  { path: '/catalog?filters[user]=all', shows: 'Groundwork backend' },
  { path: '/catalog/default/system/groundwork', shows: 'Has components' },
  {
    path: '/catalog/default/component/groundwork-backend',
    shows: 'Provided APIs',
  },
  {
    path: '/catalog/default/component/groundwork-backend/apis',
    shows: 'Groundwork catalog',
  },
  {
    path: '/catalog/default/api/groundwork-catalog-api/definition',
    shows: '/entities/by-query',
  },
  { path: '/catalog/default/group/developer-experience', shows: 'Dana Okafor' },
  {
    path: '/catalog/default/user/dana.okafor',
    shows: 'dana.okafor@example.com',
  },
  {
    path: '/catalog/default/domain/developer-experience',
    shows: 'Has systems',
  },
  { path: '/catalog/default/resource/groundwork-database', shows: 'About' },
  {
    path: '/catalog/default/component/auth-service',
    shows: 'An example of Acme',
  },
  { path: '/catalog/default/system/acme-platform', shows: 'Has components' },
  {
    path: '/catalog/default/api/data-service-grpc/definition',
    shows: 'ContentService',
  },
  {
    path: '/catalog-graph?rootEntityRefs[]=system:default/groundwork',
    shows: 'Groundwork backend',
  },
  { path: '/api-docs', shows: 'Groundwork catalog' },
  { path: '/docs', shows: 'Developer Experience' },
  { path: '/docs/default/system/groundwork', shows: 'Decisions' },
  { path: '/docs/default/component/order-service', shows: 'Boundaries' },
  { path: '/decisions', shows: 'A task that was cut off begins again' },
  { path: '/decisions?view=timeline', shows: 'February 2026' },
  { path: '/decisions?view=graph', shows: 'Links between decisions' },
  {
    path: '/decisions/acme/platform/-/docs/adr/0004-ask-auth-service-about-every-token.md',
    shows: 'This decision is no longer in force',
  },
  {
    path: '/decisions/-/new?entity=component:default/order-service',
    shows: 'Preview',
  },
  {
    path: '/catalog/default/component/auth-service/decisions',
    shows: 'Own decisions',
  },
  { path: '/docs/default/system/groundwork/guides/write-docs', shows: 'Tabs' },
  { path: '/docs-report', shows: 'Order service' },
  { path: '/docs-report/default/system/groundwork', shows: 'Nothing to fix' },
  { path: '/search?query=groundwork', shows: 'Groundwork backend' },
  { path: '/create', shows: 'NestJS service' },
  { path: '/create/tasks', shows: 'Tasks' },
  { path: '/notifications', shows: 'Unread notifications' },
  { path: '/settings', shows: 'Appearance' },
  { path: '/nowhere', shows: 'There is no page at /nowhere' },
];

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const { path, shows } of PAGES) {
  for (const screen of SCREENS) {
    for (const mode of ['light', 'dark'] as const) {
      test(`${path} at ${screen.width} px, ${mode}`, async ({ page }) => {
        await setMode(page, mode);
        await page.setViewportSize(screen);
        await page.goto(path);
        await expect(
          page.getByText(shows).locator('visible=true').first(),
        ).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }
  }
}
