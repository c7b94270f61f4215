import { Anchor, Breadcrumbs, Button, Group, Text, Title } from '@mantine/core';
import { Children, createContext, useContext, useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsPageLinkProps,
  PageBreadcrumbsProps,
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageHeaderPrimaryActionProps,
  PageHeaderProps,
  PageHeaderSecondaryActionsProps,
  PageLinkProps,
  PageTitleProps,
} from '@hubspot/ui-extensions/pages';
import { eventRecord, reactionsOf } from './events.ts';
import { useExtensionScope } from './extension-scope.ts';
import { fire } from './fire.ts';
import { linkTarget } from './link-target.ts';
import { mapped } from './mapped.ts';

const Emphasis = createContext<'filled' | 'outline'>('outline');

/** An address within the app and what follows it without loading the page anew. */
function usePageLink({ to, params }: Pick<PageLinkProps, 'to' | 'params'>) {
  const { pageHref, navigate } = useExtensionScope();
  const href = pageHref({ to, ...(params === undefined ? {} : { params }) });
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return { href, follow };
}

/** The browser's tab is called as the page. */
function HostPageTitle({ children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const text = heading.current?.textContent ?? '';
    if (text !== '') document.title = text;
  });
  return (
    <Title order={1} size="h2" ref={heading}>
      {children}
    </Title>
  );
}

function HostPageLink({ children, ...target }: PageLinkProps | PageBreadcrumbsPageLinkProps) {
  const { href, follow } = usePageLink(target);
  return (
    <Anchor href={href} onClick={follow} c="sea.8" size="sm">
      {children}
    </Anchor>
  );
}

function HostPageHeader({ children }: PageHeaderProps) {
  return (
    <Group justify="flex-end" gap="xs" component="header">
      {children}
    </Group>
  );
}

function HostPrimaryAction({ children }: PageHeaderPrimaryActionProps) {
  return <Emphasis.Provider value="filled">{children}</Emphasis.Provider>;
}

function HostSecondaryActions({ children }: PageHeaderSecondaryActionsProps) {
  return <Emphasis.Provider value="outline">{children}</Emphasis.Provider>;
}

function HostPageHeaderLink({ href, onClick, disabled = false, children }: PageHeaderLinkProps) {
  const { overlays, navigate } = useExtensionScope();
  const variant = useContext(Emphasis);
  const press = (event: MouseEvent) => {
    fire(onClick, eventRecord(event), reactionsOf(overlays));
    const target = href === undefined ? undefined : linkTarget(href);
    if (target?.isExternal === true) window.open(target.url, '_blank', 'noopener');
    else if (target !== undefined) navigate(target.url);
  };
  return (
    <Button variant={variant} color="ember" disabled={disabled} onClick={press}>
      {children}
    </Button>
  );
}

function HostPageHeaderPageLink({ children, ...target }: PageHeaderPageLinkProps) {
  const { href, follow } = usePageLink(target);
  return (
    <Button component="a" href={href} onClick={follow} variant={useContext(Emphasis)} color="ember">
      {children}
    </Button>
  );
}

function HostBreadcrumbs({ children }: PageBreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumbs">
      <Breadcrumbs>{Children.toArray(children)}</Breadcrumbs>
    </nav>
  );
}

function HostCurrent({ children }: PageBreadcrumbsCurrentProps) {
  return (
    <Text component="span" size="sm" aria-current="page">
      {children}
    </Text>
  );
}

const pageLink = { to: 'used', params: 'used' } as const;

export const pageComponents = {
  PageTitle: mapped<PageTitleProps>({}, HostPageTitle),
  PageLink: mapped<PageLinkProps>(pageLink, HostPageLink),
  PageHeader: mapped<PageHeaderProps>({}, HostPageHeader),
  PageHeaderPrimaryAction: mapped<PageHeaderPrimaryActionProps>({}, HostPrimaryAction),
  PageHeaderSecondaryActions: mapped<PageHeaderSecondaryActionsProps>({}, HostSecondaryActions),
  PageHeaderLink: mapped<PageHeaderLinkProps>({ href: 'used', onClick: 'used', disabled: 'used' }, HostPageHeaderLink),
  PageHeaderPageLink: mapped<PageHeaderPageLinkProps>(pageLink, HostPageHeaderPageLink),
  PageBreadcrumbs: mapped<PageBreadcrumbsProps>({}, HostBreadcrumbs),
  PageBreadcrumbsPageLink: mapped<PageBreadcrumbsPageLinkProps>(pageLink, HostPageLink),
  PageBreadcrumbsCurrent: mapped<PageBreadcrumbsCurrentProps>({}, HostCurrent),
};
