import { Button as MantineButton, Group, Menu } from '@mantine/core';
import type { ButtonProps as MantineButtonProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import type {
  BaseButtonProps,
  ButtonProps,
  ButtonRowProps,
  DropdownButtonItemProps,
  DropdownProps,
  HeaderActionButtonProps,
  HeaderActionsProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { eventRecord, reactionsOf } from './events.ts';
import { useExtensionScope } from './extension-scope.ts';
import { fire } from './fire.ts';
import { HostIcon } from './Icon.tsx';
import { linkTarget } from './link-target.ts';
import { mapped } from './mapped.ts';
import { useOverlay } from './Overlay.tsx';
import { sizeOf } from './sizes.ts';

const looks: Readonly<Record<NonNullable<BaseButtonProps['variant']>, Partial<MantineButtonProps>>> = {
  primary: { variant: 'filled', color: 'ember' },
  secondary: { variant: 'outline', color: 'ember' },
  destructive: { variant: 'filled', color: 'red.8' },
  transparent: { variant: 'subtle', color: 'sea' },
};

const sizes = { xs: 'compact-sm', sm: 'xs', md: 'sm', lg: 'sm', xl: 'sm' } as const;

/** What all buttons do: call the handler, open the overlay, follow the link. */
function usePress({
  onClick,
  href,
  overlay,
  opensOverlay = true,
}: Pick<ButtonProps, 'onClick' | 'href' | 'overlay'> & { readonly opensOverlay?: boolean }) {
  const { overlays, navigate } = useExtensionScope();
  const { node, open, ref } = useOverlay(overlay);
  const press = (event: MouseEvent<HTMLElement>) => {
    fire(onClick, eventRecord(event), reactionsOf(overlays));
    if (opensOverlay) open();
    const target = href === undefined ? undefined : linkTarget(href);
    if (target?.isExternal === true) window.open(target.url, '_blank', 'noopener');
    else if (target !== undefined) navigate(target.url);
  };
  return { press, open, node, ref };
}

function HostButton({
  variant = 'secondary',
  size,
  disabled = false,
  truncate = false,
  type = 'button',
  children,
  ...action
}: ButtonProps) {
  const { press, node, ref } = usePress(action);
  return (
    <>
      <MantineButton
        ref={ref}
        {...looks[variant]}
        size={sizes[sizeOf(size, 'md')]}
        disabled={disabled}
        type={type}
        onClick={press}
        {...(truncate ? { maw: '100%' } : {})}
      >
        {children}
      </MantineButton>
      {node}
    </>
  );
}

function HostLoadingButton({
  variant = 'secondary',
  size,
  disabled = false,
  truncate = false,
  type = 'button',
  loading = false,
  overlayOptions,
  resultIconName,
  children,
  ...action
}: LoadingButtonProps) {
  const opensOverlay = overlayOptions?.openBehavior !== 'onLoadingFinish';
  const { press, open, node, ref } = usePress({ ...action, opensOverlay });
  const wasLoading = useRef(loading);
  useEffect(() => {
    if (wasLoading.current && !loading && !opensOverlay) open();
    wasLoading.current = loading;
  });
  return (
    <>
      <MantineButton
        ref={ref}
        {...looks[variant]}
        size={sizes[sizeOf(size, 'md')]}
        disabled={disabled}
        loading={loading}
        aria-busy={loading}
        type={type}
        onClick={press}
        {...(truncate ? { maw: '100%' } : {})}
        {...(resultIconName === undefined || loading
          ? {}
          : { rightSection: <HostIcon name={resultIconName} size="sm" /> })}
      >
        {children}
      </MantineButton>
      {node}
    </>
  );
}

function HostButtonRow({ children }: ButtonRowProps) {
  return <Group gap="xs">{children}</Group>;
}

function HostDropdown({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  options,
  variant = 'secondary',
  buttonText = 'Actions',
  buttonSize,
  disabled = false,
  children,
}: DropdownProps) {
  const items = useRef<HTMLDivElement>(null);
  // Mantine moves the focus into a menu it has just drawn; one that is kept drawn is still hidden by then.
  const focusFirst = () => {
    items.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
  return (
    <Menu position="bottom-start" keepMounted transitionProps={{ onEntered: focusFirst }}>
      <Menu.Target>
        <MantineButton
          {...looks[variant]}
          size={sizes[sizeOf(buttonSize, 'md')]}
          disabled={disabled}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {buttonText}
        </MantineButton>
      </Menu.Target>
      <Menu.Dropdown ref={items}>
        {options?.map(({ label, onClick }, index) => (
          <Menu.Item key={index} onClick={() => fire(onClick)}>
            {label}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

function HostDropdownButtonItem({ children, ...action }: DropdownButtonItemProps) {
  const { press, node, ref } = usePress(action);
  return (
    <>
      <Menu.Item ref={ref} onClick={press}>
        {children}
      </Menu.Item>
      {node}
    </>
  );
}

function HostHeaderActions({ children }: HeaderActionsProps) {
  return (
    <Group justify="flex-end" gap="xs" component="header">
      {children}
    </Group>
  );
}

function HostPrimaryHeaderAction(action: HeaderActionButtonProps) {
  return <HostButton variant="primary" {...action} />;
}

const headerActionProps = { onClick: 'used', href: 'used', disabled: 'used', overlay: 'used' } as const;

const buttonProps = {
  onClick: 'used',
  href: 'used',
  disabled: 'used',
  variant: 'used',
  type: 'used',
  size: 'used',
  truncate: 'used',
  overlay: 'used',
} as const;

export const buttonComponents = {
  Button: mapped<ButtonProps>(buttonProps, HostButton),
  LoadingButton: mapped<LoadingButtonProps>(
    { ...buttonProps, loading: 'used', overlayOptions: 'used', resultIconName: 'used' },
    HostLoadingButton,
  ),
  HeaderActions: mapped<HeaderActionsProps>({}, HostHeaderActions),
  PrimaryHeaderActionButton: mapped<HeaderActionButtonProps>(headerActionProps, HostPrimaryHeaderAction),
  SecondaryHeaderActionButton: mapped<HeaderActionButtonProps>(headerActionProps, HostButton),
  ButtonRow: mapped<ButtonRowProps>({ disableDropdown: 'unused', dropDownButtonOptions: 'unused' }, HostButtonRow),
  Dropdown: mapped<DropdownProps>(
    { options: 'used', variant: 'used', buttonText: 'used', buttonSize: 'used', disabled: 'used' },
    HostDropdown,
  ),
  DropdownButtonItem: mapped<DropdownButtonItemProps>({ onClick: 'used', overlay: 'used' }, HostDropdownButtonItem),
};
