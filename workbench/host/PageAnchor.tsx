import { Anchor } from '@mantine/core';
import type { AnchorProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { navigate } from './navigation.ts';

type PageAnchorProps = AnchorProps & {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly 'aria-current'?: 'page';
  readonly onFollow?: () => void;
};

/** A link within the workbench; opens in a new tab when asked to, like any link. */
export function PageAnchor({ href, onFollow, children, ...look }: PageAnchorProps) {
  const follow = (event: MouseEvent) => {
    onFollow?.();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <Anchor href={href} onClick={follow} {...look}>
      {children}
    </Anchor>
  );
}
