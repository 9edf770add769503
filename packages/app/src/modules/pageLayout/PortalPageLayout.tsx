import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useLocation, useResolvedPath } from 'react-router-dom';

/** The first part of an address is the page of the plugin: `/catalog` of `/catalog/default/component/billing`. */
export function pluginPath(pathname: string): string {
  return `/${pathname.split('/')[1] ?? ''}`;
}

function PageHeader(props: PageLayoutProps & { home: string }) {
  const { title, icon, headerActions, home } = props;
  const base = useResolvedPath('.').pathname;
  const { items } = useBreadcrumbEntries();
  const tabs = props.tabs?.map(tab => ({
    ...tab,
    href: tab.href.startsWith('/')
      ? tab.href
      : `${base}/${tab.href}`.replace(/\/{2,}/g, '/'),
    matchStrategy: 'prefix' as const,
  }));
  return (
    <PluginHeader
      title={title}
      icon={icon}
      titleLink={home}
      breadcrumbs={items}
      tabs={tabs}
      customActions={headerActions}
    />
  );
}

/** The stock page layout, with a title that leads to the plugin's own page instead of to where the reader already is. */
export function PortalPageLayout(props: PageLayoutProps) {
  const { title, noHeader, titleLink, children } = props;
  const { pathname } = useLocation();
  const home = titleLink ?? pluginPath(pathname);
  if (noHeader || !title) {
    return <>{children}</>;
  }
  return (
    <BreadcrumbEntry entry={{ label: title, href: home }}>
      <PageHeader {...props} home={home} />
      {children}
    </BreadcrumbEntry>
  );
}
