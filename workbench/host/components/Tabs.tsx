import { Tabs as MantineTabs, Tooltip } from '@mantine/core';
import { Children, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { fire } from './fire.ts';
import { mapped } from './mapped.ts';

type TabId = string | number;
type Heading = Pick<TabProps, 'title' | 'disabled' | 'tooltip' | 'tooltipPlacement'> & { readonly id: TabId };

/** A tab says which heading it has: its component is another node of the remote tree, whose props its parent cannot see. */
type Headings = { readonly tell: (place: number, heading: Heading) => void; readonly forget: (place: number) => void };

const HeadingsScope = createContext<Headings | null>(null);
const Place = createContext(0);

function HostTabs({
  onSelectedChange,
  defaultSelected,
  selected,
  variant = 'default',
  fill = false,
  children,
}: TabsProps) {
  const [headings, setHeadings] = useState<Readonly<Record<number, Heading>>>({});
  const [chosen, choose] = useState<TabId | undefined>(defaultSelected);
  const scope = useMemo<Headings>(
    () => ({
      tell: (place, heading) => setHeadings((known) => ({ ...known, [place]: heading })),
      forget: (place) =>
        setHeadings((known) => Object.fromEntries(Object.entries(known).filter(([key]) => key !== String(place)))),
    }),
    [],
  );
  const inOrder = Object.entries(headings)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, heading]) => heading);
  const active = selected ?? chosen ?? inOrder[0]?.id;
  const select = (key: string | null) => {
    const heading = inOrder.find(({ id }) => String(id) === key);
    if (heading === undefined) return;
    choose(heading.id);
    fire(onSelectedChange as ((id: TabId) => void) | undefined, heading.id);
  };
  return (
    <MantineTabs
      value={active === undefined ? null : String(active)}
      onChange={select}
      variant={variant === 'enclosed' ? 'outline' : 'default'}
      keepMounted={false}
    >
      <MantineTabs.List grow={fill} mb="md">
        {inOrder.map(({ id, title, disabled = false, tooltip, tooltipPlacement = 'top' }) => (
          <Tooltip key={String(id)} label={tooltip} disabled={tooltip === undefined} position={tooltipPlacement}>
            <MantineTabs.Tab value={String(id)} disabled={disabled}>
              {title}
            </MantineTabs.Tab>
          </Tooltip>
        ))}
      </MantineTabs.List>
      <HeadingsScope.Provider value={scope}>
        {Children.map(children, (child, place) => (
          <Place.Provider value={place}>{child}</Place.Provider>
        ))}
      </HeadingsScope.Provider>
    </MantineTabs>
  );
}

function HostTab({ disabled = false, tabId, title = '', tooltip, tooltipPlacement = 'top', children }: TabProps) {
  const headings = useContext(HeadingsScope);
  const place = useContext(Place);
  const id = tabId ?? place;
  useEffect(() => {
    headings?.tell(place, { id, title, disabled, tooltipPlacement, ...(tooltip === undefined ? {} : { tooltip }) });
  }, [headings, place, id, title, disabled, tooltip, tooltipPlacement]);
  useEffect(() => () => headings?.forget(place), [headings, place]);
  return (
    <MantineTabs.Panel value={String(id)}>
      <div className="wb-stack">{children}</div>
    </MantineTabs.Panel>
  );
}

export const tabComponents = {
  Tabs: mapped<TabsProps>(
    { onSelectedChange: 'used', defaultSelected: 'used', selected: 'used', variant: 'used', fill: 'used' },
    HostTabs,
  ),
  Tab: mapped<TabProps>(
    { disabled: 'used', tabId: 'used', title: 'used', tooltip: 'used', tooltipPlacement: 'used' },
    HostTab,
  ),
};
