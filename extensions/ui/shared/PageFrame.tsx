import type { ReactNode } from 'react';
import { Flex, LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { FailedCall } from './Failed.tsx';
import { useOpenBoard } from './use-open-board.ts';
import type { OpenedBoard } from './use-open-board.ts';
import { localeOf } from './reader.ts';
import { PageNavigation } from './PageNavigation.tsx';

type PageFrameProps = {
  /** One of `pages`. */
  readonly path: string;
  /** Drawn once `open-board` has answered. */
  readonly children: (opened: OpenedBoard, locale: string) => ReactNode;
};

/** A page of the app: where it is among the others, its title, and what it shows once the account is known. */
export function PageFrame({ path, children }: PageFrameProps) {
  const { user } = useExtensionContext<'pages'>();
  const open = useOpenBoard();
  return (
    <Flex direction="column" gap="md">
      <PageNavigation path={path} />
      {open.kind === 'loading' && <LoadingSpinner label="Reading the account" showLabel={true} layout="centered" />}
      {open.kind === 'failed' && <FailedCall failure={open.failure} retry={open.retry} />}
      {open.kind === 'ready' && children(open.reply, localeOf(user.locale))}
    </Flex>
  );
}
