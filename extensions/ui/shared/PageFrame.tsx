import type { ReactNode } from 'react';
import { Flex, LoadingSpinner, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { PageLink, PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import { FailedCall } from './Failed.tsx';
import { useOpenBoard } from './use-open-board.ts';
import type { OpenedBoard } from './use-open-board.ts';
import { localeOf } from './reader.ts';
import { pages } from './page-list.ts';
import { bold } from './text-formats.ts';

type PageFrameProps = {
  /** One of `pages`. */
  readonly path: string;
  /** Drawn once `open-board` has answered. */
  readonly children: (opened: OpenedBoard, locale: string) => ReactNode;
};

/** A page of the app: where it is among the others, its title, and what it shows once the account is known. Links take the address's parameters along: the board's filters survive a visit elsewhere. */
export function PageFrame({ path, children }: PageFrameProps) {
  const { user } = useExtensionContext<'pages'>();
  const { params } = usePageRoute();
  const open = useOpenBoard();
  return (
    <Flex direction="column" gap="md">
      <Flex direction="row" gap="md" wrap={true}>
        {pages.map((page) =>
          page.path === path ? (
            <Text key={page.path} format={bold}>
              {page.title}
            </Text>
          ) : (
            <PageLink key={page.path} to={page.path} params={params}>
              {page.title}
            </PageLink>
          ),
        )}
      </Flex>
      <PageTitle>{pages.find((page) => page.path === path)?.title ?? ''}</PageTitle>
      {open.kind === 'loading' && <LoadingSpinner label="Reading the account" showLabel={true} layout="centered" />}
      {open.kind === 'failed' && <FailedCall failure={open.failure} retry={open.retry} />}
      {open.kind === 'ready' && children(open.reply, localeOf(user.locale))}
    </Flex>
  );
}
