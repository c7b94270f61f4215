import { Accordion as MantineAccordion, Divider as MantineDivider, Paper } from '@mantine/core';
import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type {
  AccordionProps,
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { fire } from './fire.ts';
import { mapped } from './mapped.ts';
import { distanceOf, sizeOf } from './sizes.ts';

const justifications = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  around: 'space-around',
  between: 'space-between',
} as const;
const alignments = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  baseline: 'baseline',
  stretch: 'stretch',
  auto: 'auto',
} as const;

function Layout({ style, children }: { readonly style: CSSProperties; readonly children?: ReactNode }) {
  return (
    <div className="wb-layout" style={style}>
      {children}
    </div>
  );
}

function HostFlex({
  gap,
  direction = 'row',
  justify = 'start',
  align = 'stretch',
  alignSelf,
  wrap = 'nowrap',
  children,
}: FlexProps) {
  return (
    <Layout
      style={{
        display: 'flex',
        flexDirection: direction,
        gap: distanceOf(gap),
        justifyContent: justifications[justify],
        alignItems: alignments[align],
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
        ...(alignSelf === undefined ? {} : { alignSelf: alignments[alignSelf] }),
      }}
    >
      {children}
    </Layout>
  );
}

function HostStack({
  distance,
  direction = 'column',
  justify = 'start',
  align = 'stretch',
  width,
  children,
}: StackProps) {
  return (
    <Layout
      style={{
        display: 'flex',
        flexDirection: direction,
        gap: distanceOf(distance, 'small'),
        justifyContent: justifications[justify],
        alignItems: alignments[align],
        ...(width === undefined ? {} : { width }),
      }}
    >
      {children}
    </Layout>
  );
}

function HostBox({ alignSelf, flex, children }: BoxProps) {
  return (
    <Layout
      style={{
        ...(alignSelf === undefined ? {} : { alignSelf: alignments[alignSelf] }),
        ...(flex === undefined ? {} : { flex }),
      }}
    >
      {children}
    </Layout>
  );
}

function HostInline({ justify = 'start', align = 'stretch', gap, children }: InlineProps) {
  return (
    <Layout
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: distanceOf(gap),
        justifyContent: justifications[justify],
        alignItems: alignments[align],
      }}
    >
      {children}
    </Layout>
  );
}

function HostAutoGrid({ columnWidth, gap, flexible = false, children }: AutoGridProps) {
  const column = flexible ? `minmax(min(${columnWidth}px, 100%), 1fr)` : `min(${columnWidth}px, 100%)`;
  return (
    <Layout style={{ display: 'grid', gridTemplateColumns: `repeat(auto-fit, ${column})`, gap: distanceOf(gap) }}>
      {children}
    </Layout>
  );
}

function HostTile({ compact = false, flush = false, children }: TileProps) {
  const padding = compact ? 12 : 20;
  return (
    <Paper
      withBorder
      radius="sm"
      className="wb-stack"
      style={{ paddingBlock: padding, paddingInline: flush ? 0 : padding }}
    >
      {children}
    </Paper>
  );
}

function HostCard({ children }: CardProps) {
  return (
    <Paper withBorder radius="sm" p="lg" className="wb-stack">
      {children}
    </Paper>
  );
}

const thicknesses = { xs: 1, sm: 1, md: 2, lg: 3, xl: 4 } as const;

// eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
function HostDivider({ size, distance }: DividerProps) {
  return (
    <MantineDivider size={thicknesses[sizeOf(size, 'sm')]} style={{ marginBlock: distanceOf(distance, 'small') }} />
  );
}

function HostSpacer({ size }: SpacerProps) {
  return <div style={{ height: distanceOf(size, 'small') }} aria-hidden />;
}

const titleSizes = { xs: 'xs', sm: 'sm', md: 'md', lg: 'md', xl: 'md' } as const;

function HostAccordion({
  title,
  defaultOpen = false,
  disabled = false,
  open,
  size,
  onClick,
  children,
}: AccordionProps) {
  const [isOpen, setOpen] = useState(defaultOpen);
  const shown = open ?? isOpen;
  return (
    <MantineAccordion
      value={shown ? 'only' : null}
      onChange={(value) => {
        setOpen(value !== null);
        fire(onClick);
      }}
      chevronPosition="left"
      variant="default"
    >
      <MantineAccordion.Item value="only">
        <MantineAccordion.Control disabled={disabled} fz={titleSizes[sizeOf(size, 'sm')]} fw={600}>
          {title}
        </MantineAccordion.Control>
        <MantineAccordion.Panel>
          <div className="wb-stack">{children}</div>
        </MantineAccordion.Panel>
      </MantineAccordion.Item>
    </MantineAccordion>
  );
}

const alignable = { justify: 'used', align: 'used' } as const;

export const layoutComponents = {
  Flex: mapped<FlexProps>({ ...alignable, gap: 'used', direction: 'used', alignSelf: 'used', wrap: 'used' }, HostFlex),
  Stack: mapped<StackProps>({ ...alignable, distance: 'used', direction: 'used', width: 'used' }, HostStack),
  Box: mapped<BoxProps>({ alignSelf: 'used', flex: 'used' }, HostBox),
  Inline: mapped<InlineProps>({ ...alignable, gap: 'used' }, HostInline),
  AutoGrid: mapped<AutoGridProps>({ columnWidth: 'used', gap: 'used', flexible: 'used' }, HostAutoGrid),
  Tile: mapped<TileProps>({ compact: 'used', flush: 'used' }, HostTile),
  Card: mapped<CardProps>({}, HostCard),
  Divider: mapped<DividerProps>({ size: 'used', distance: 'used' }, HostDivider),
  Spacer: mapped<SpacerProps>({ size: 'used' }, HostSpacer),
  Accordion: mapped<AccordionProps>(
    { title: 'used', defaultOpen: 'used', disabled: 'used', open: 'used', size: 'used', onClick: 'used' },
    HostAccordion,
  ),
};
