import { Anchor, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type {
  ActionType,
  CrmActionButtonProps,
  CrmActionLinkProps,
  CrmCardActionsProps,
} from '@hubspot/ui-extensions/crm';
import { useExtensionScope } from '../components/extension-scope.ts';
import type { ExtensionScope } from '../components/extension-scope.ts';
import { fire } from '../components/fire.ts';
import { linkTarget } from '../components/link-target.ts';
import { mapped } from '../components/mapped.ts';
import { usePreview } from '../extension/preview.ts';
import type { PreviewTarget } from '../extension/preview.ts';
import { ActionPanel } from './action-panel.tsx';
import type { ActionPanelContent } from './action-panel.tsx';

type Action = Pick<CrmActionLinkProps, 'actionType' | 'actionContext'>;
type Target = { readonly url: string; readonly isExternal: boolean };
type Previewed = { readonly preview: PreviewTarget };

/** What HubSpot opens that the workbench does not have, in words. */
const elsewhere: Partial<Record<ActionType, string>> = {
  ENGAGEMENT_APP_LINK: 'HubSpot opens the activity in the timeline of its record.',
  OPEN_RECORD_ASSOCIATION_FORM: 'HubSpot asks here which records to associate.',
  OPEN_WORKFLOW_ENROLLMENT_MODAL: 'HubSpot asks here which workflow the record should go through.',
};

/**
 * What an action of HubSpot's action library comes to: an address to go to, a record to preview, or a panel over the page.
 *
 * @returns null for an action that lacks what it needs
 */
function outcomeOf(
  { actionType, actionContext }: Action,
  { recordHref }: ExtensionScope,
): Target | Previewed | ActionPanelContent | null {
  const target = 'objectId' in actionContext ? targetOf(actionContext) : null;
  const isExternal = 'external' in actionContext && (actionContext.external ?? false);
  switch (actionType) {
    case 'RECORD_APP_LINK':
      return target === null ? null : { url: recordHref(target.objectTypeId, target.objectId), isExternal };
    case 'PAGE_APP_LINK':
      return 'path' in actionContext ? linkTarget({ url: actionContext.path, external: isExternal }) : null;
    case 'EXTERNAL_URL':
      return 'href' in actionContext ? linkTarget({ url: actionContext.href, external: true }) : null;
    case 'PREVIEW_OBJECT':
      return target === null ? null : { preview: { objectType: target.objectTypeId, id: String(target.objectId) } };
    case 'ADD_NOTE':
      return target === null ? null : { kind: 'note', target };
    case 'ADD_TASK':
      return target === null ? null : { kind: 'task', target };
    case 'SCHEDULE_MEETING':
      return target === null ? null : { kind: 'meeting', target };
    case 'SEND_EMAIL':
      return target === null
        ? null
        : {
            kind: 'email',
            target,
            subject: ('initialEmailSubject' in actionContext ? actionContext.initialEmailSubject : undefined) ?? '',
            body: ('initialEmailBody' in actionContext ? actionContext.initialEmailBody : undefined) ?? '',
          };
    case 'OPEN_RECORD_CREATOR_FORM':
      return 'objectTypeId' in actionContext ? { kind: 'new record', objectTypeId: actionContext.objectTypeId } : null;
    case 'ENGAGEMENT_APP_LINK':
    case 'OPEN_RECORD_ASSOCIATION_FORM':
    case 'OPEN_WORKFLOW_ENROLLMENT_MODAL':
      return { kind: 'elsewhere', what: elsewhere[actionType] ?? '' };
  }
}

function targetOf(context: { readonly objectId: number | string; readonly objectTypeId: string }) {
  return { objectId: Number(context.objectId), objectTypeId: context.objectTypeId };
}

function useAction({
  actionType,
  actionContext,
  onClick,
  onError,
}: Action & {
  readonly onClick?: (() => void) | undefined;
  readonly onError?: ((errors: string[]) => void) | undefined;
}) {
  const scope = useExtensionScope();
  const preview = usePreview();
  const [panel, setPanel] = useState<ActionPanelContent | null>(null);
  const outcome = outcomeOf({ actionType, actionContext }, scope);
  const act = (event: MouseEvent) => {
    event.preventDefault();
    fire(onClick);
    if (outcome === null)
      fire(onError, [`The action ${actionType} lacks what it is about: ${JSON.stringify(actionContext)}.`]);
    else if ('preview' in outcome) preview(outcome.preview);
    else if ('kind' in outcome) setPanel(outcome);
    else if (outcome.isExternal) window.open(outcome.url, '_blank', 'noopener');
    else scope.navigate(outcome.url);
  };
  const node: ReactNode =
    panel === null ? null : (
      <ActionPanel
        content={panel}
        onClose={() => setPanel(null)}
        onError={(message) => {
          fire(onError, [message]);
        }}
      />
    );
  return { href: outcome !== null && 'url' in outcome ? outcome.url : '#', act, node };
}

const linkColours = { primary: 'sea.8', light: 'gray.5', dark: 'dark.6', destructive: 'red.8' } as const;

function HostCrmActionLink({ variant = 'primary', children, ...action }: CrmActionLinkProps) {
  const { href, act, node } = useAction(action);
  return (
    <>
      <Anchor href={href} onClick={act} c={linkColours[variant]} inherit>
        {children}
      </Anchor>
      {node}
    </>
  );
}

function HostCrmActionButton({
  variant = 'secondary',
  type = 'button',
  disabled = false,
  children,
  ...action
}: CrmActionButtonProps) {
  const { act, node } = useAction(action);
  return (
    <>
      <Button
        variant={variant === 'secondary' ? 'outline' : 'filled'}
        color={variant === 'destructive' ? 'red.8' : 'ember'}
        type={type}
        disabled={disabled}
        onClick={act}
      >
        {children}
      </Button>
      {node}
    </>
  );
}

type ActionConfig = Extract<CrmCardActionsProps['actionConfigs'][number], { type: 'action-library-button' }>;
type CardActionProps = { readonly config: ActionConfig; readonly onError: CrmCardActionsProps['onError'] };

function CardAction({ config, onError }: CardActionProps) {
  const { act, node } = useAction({ ...config, onError });
  return (
    <>
      <Tooltip label={config.tooltipText} disabled={config.tooltipText === undefined}>
        <Button size="xs" variant="default" disabled={config.disabled ?? false} onClick={act}>
          {config.label ?? config.actionType}
        </Button>
      </Tooltip>
      {node}
    </>
  );
}

function CardMenuItem({ config, onError }: CardActionProps) {
  const { act, node } = useAction({ ...config, onError });
  return (
    <>
      <Menu.Item disabled={config.disabled ?? false} onClick={act} closeMenuOnClick={false}>
        {config.label ?? config.actionType}
      </Menu.Item>
      {node}
    </>
  );
}

function HostCrmCardActions({ actionConfigs, onError }: CrmCardActionsProps) {
  return (
    <Group gap="xs" justify="flex-end">
      {actionConfigs.map((config, place) =>
        config.type === 'dropdown' ? (
          <Menu key={place} keepMounted>
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                disabled={config.disabled ?? false}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {config.label ?? 'Actions'}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {config.options.map((option, index) => (
                <CardMenuItem key={index} config={option} onError={onError} />
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : (
          <CardAction key={place} config={config} onError={onError} />
        ),
      )}
    </Group>
  );
}

const actionProps = {
  actionType: 'used',
  actionContext: 'used',
  onClick: 'used',
  onError: 'used',
  variant: 'used',
} as const;

export const actionComponents = {
  CrmActionLink: mapped<CrmActionLinkProps>(actionProps, HostCrmActionLink),
  CrmActionButton: mapped<CrmActionButtonProps>(
    { ...actionProps, type: 'used', size: 'unused', disabled: 'used' },
    HostCrmActionButton,
  ),
  CrmCardActions: mapped<CrmCardActionsProps>({ actionConfigs: 'used', onError: 'used' }, HostCrmCardActions),
};
