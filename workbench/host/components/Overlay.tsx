import { Drawer, Group, Modal as MantineModal, Text, Tooltip as MantineTooltip } from '@mantine/core';
import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
  TooltipProps,
} from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { useExtensionScope } from './extension-scope.ts';
import { fire } from './fire.ts';
import { mapped } from './mapped.ts';
import { sizeOf } from './sizes.ts';

/** The component that has an overlay: it is told the overlay's id and is what a tooltip points at. */
type Owner = { readonly own: (id: string) => void; readonly element: HTMLElement | null };

const OverlayOwner = createContext<Owner | null>(null);

const modalWidths = { xs: 440, sm: 440, md: 640, lg: 860, xl: 860 } as const;

type OwnedOverlay = {
  /** To be rendered beside the trigger. */
  readonly node: ReactNode;
  /** To be called when the trigger is used. */
  readonly open: () => void;
  /** Of the trigger. */
  readonly ref: (element: HTMLElement | null) => void;
};

/** For components with an `overlay` prop. */
export function useOverlay(overlay: ReactNode): OwnedOverlay {
  const { overlays } = useExtensionScope();
  const id = useRef<string | null>(null);
  const [element, ref] = useState<HTMLElement | null>(null);
  const owner = useMemo<Owner>(
    () => ({
      own: (known) => {
        id.current = known;
      },
      element,
    }),
    [element],
  );
  const node =
    overlay === undefined || overlay === null ? null : (
      <OverlayOwner.Provider value={owner}>{overlay}</OverlayOwner.Provider>
    );
  const open = () => {
    if (id.current !== null) overlays.open(id.current);
  };
  return { node, open, ref };
}

function useOpenState(id: string) {
  const { overlays } = useExtensionScope();
  const owner = useContext(OverlayOwner);
  useEffect(() => owner?.own(id), [owner, id]);
  useEffect(() => () => overlays.close(id), [overlays, id]);
  const isOpen = useSyncExternalStore(overlays.subscribe, () => overlays.isOpen(id));
  return { isOpen, close: () => overlays.close(id) };
}

function HostModal({ id, title, width, variant, children, onOpen, onClose, 'aria-label': label }: ModalProps) {
  const { isOpen, close } = useOpenState(id);
  return (
    <MantineModal
      opened={isOpen}
      onClose={close}
      size={modalWidths[sizeOf(width, 'sm')]}
      title={
        <Text fw={600} c={variant === 'danger' ? 'red.8' : 'dark.8'}>
          {title ?? label}
        </Text>
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
      onEnterTransitionEnd={() => fire(onOpen)}
      onExitTransitionEnd={() => fire(onClose)}
      centered
      {...defined({ 'aria-label': label })}
    >
      {children}
    </MantineModal>
  );
}

function HostPanel({ id, title, width, variant, children, onOpen, onClose, 'aria-label': label }: PanelProps) {
  const { isOpen, close } = useOpenState(id);
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={modalWidths[sizeOf(width, 'sm')]}
      title={<Text fw={600}>{title ?? label}</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
      withOverlay={variant === 'modal'}
      lockScroll={variant === 'modal'}
      onEnterTransitionEnd={() => fire(onOpen)}
      onExitTransitionEnd={() => fire(onClose)}
      {...defined({ 'aria-label': label })}
    >
      {children}
    </Drawer>
  );
}

function Body({ children }: ModalBodyProps | PanelBodyProps) {
  return <div className="wb-stack">{children}</div>;
}

function Footer({ children }: ModalFooterProps | PanelFooterProps) {
  return (
    <Group className="wb-overlay-footer" gap="sm">
      {children}
    </Group>
  );
}

function HostPanelSection({ flush = false, children }: PanelSectionProps) {
  return (
    <section className="wb-stack" style={{ marginBottom: flush ? 0 : 24 }}>
      {children}
    </section>
  );
}

/** Stands in an `overlay` prop and shows while its owner is hovered or focused. */
function HostTooltip({ placement = 'top', children }: TooltipProps) {
  const owner = useContext(OverlayOwner);
  if (owner?.element == null) return null;
  return (
    <MantineTooltip
      target={owner.element}
      label={children}
      position={placement}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    />
  );
}

const overlayProps = {
  id: 'used',
  title: 'used',
  width: 'used',
  variant: 'used',
  onOpen: 'used',
  onClose: 'used',
  'aria-label': 'used',
} as const;

export const overlayComponents = {
  Modal: mapped<ModalProps>(overlayProps, HostModal),
  ModalBody: mapped<ModalBodyProps>({}, Body),
  ModalFooter: mapped<ModalFooterProps>({}, Footer),
  Panel: mapped<PanelProps>(overlayProps, HostPanel),
  PanelBody: mapped<PanelBodyProps>({}, Body),
  PanelFooter: mapped<PanelFooterProps>({}, Footer),
  Tooltip: mapped<TooltipProps>({ placement: 'used' }, HostTooltip),
  PanelSection: mapped<PanelSectionProps>({ flush: 'used' }, HostPanelSection),
};
