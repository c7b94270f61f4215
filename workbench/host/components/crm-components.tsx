import { Anchor, Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions/crm';
import { useExtensionScope } from './extension-scope.ts';
import type { ExtensionScope } from './extension-scope.ts';
import { fire } from './fire.ts';
import { linkTarget } from './link-target.ts';
import { mapped } from './mapped.ts';

type Action = Pick<CrmActionLinkProps, 'actionType' | 'actionContext'>;

/**
 * Where an action of HubSpot's action library leads. The workbench has its records and pages; editors and forms of HubSpot it does not have.
 *
 * @returns null when the workbench has nothing like it
 */
function addressOf({ actionType, actionContext }: Action, { recordHref }: ExtensionScope): string | null {
  if ((actionType === 'RECORD_APP_LINK' || actionType === 'PREVIEW_OBJECT') && 'objectId' in actionContext)
    return recordHref(actionContext.objectTypeId, actionContext.objectId);
  if (actionType === 'PAGE_APP_LINK' && 'path' in actionContext) return actionContext.path;
  if (actionType === 'EXTERNAL_URL' && 'href' in actionContext) return actionContext.href;
  return null;
}

function useAction({
  actionType,
  actionContext,
  onClick,
  onError,
}: Action & Pick<CrmActionLinkProps, 'onClick' | 'onError'>) {
  const scope = useExtensionScope();
  const address = addressOf({ actionType, actionContext }, scope);
  const target =
    address === null
      ? null
      : linkTarget('external' in actionContext && actionContext.external ? { url: address, external: true } : address);
  const act = (event: MouseEvent) => {
    event.preventDefault();
    fire(onClick);
    if (target === null) fire(onError, [`The workbench does not have the action ${actionType}.`]);
    else if (target.isExternal) window.open(target.url, '_blank', 'noopener');
    else scope.navigate(target.url);
  };
  return { href: target?.url ?? '#', act };
}

const linkColours = { primary: 'sea.8', light: 'gray.5', dark: 'dark.6', destructive: 'red.8' } as const;

function HostCrmActionLink({ variant = 'primary', children, ...action }: CrmActionLinkProps) {
  const { href, act } = useAction(action);
  return (
    <Anchor href={href} onClick={act} c={linkColours[variant]} inherit>
      {children}
    </Anchor>
  );
}

function HostCrmActionButton({
  variant = 'secondary',
  type = 'button',
  disabled = false,
  children,
  ...action
}: CrmActionButtonProps) {
  const { act } = useAction(action);
  return (
    <Button
      variant={variant === 'secondary' ? 'outline' : 'filled'}
      color={variant === 'destructive' ? 'red.8' : 'ember'}
      type={type}
      disabled={disabled}
      onClick={act}
    >
      {children}
    </Button>
  );
}

const actionProps = {
  actionType: 'used',
  actionContext: 'used',
  onClick: 'used',
  onError: 'used',
  variant: 'used',
} as const;

export const crmComponents = {
  CrmActionLink: mapped<CrmActionLinkProps>(actionProps, HostCrmActionLink),
  CrmActionButton: mapped<CrmActionButtonProps>(
    { ...actionProps, type: 'used', size: 'unused', disabled: 'used' },
    HostCrmActionButton,
  ),
};
