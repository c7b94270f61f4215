import { Tabs, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Extension } from '../../protocol.ts';
import { objectTypeOf } from '../api/object-types.ts';
import type { ObjectType } from '../api/object-types.ts';
import type { RecordStore } from '../api/record-store.ts';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useViewing } from '../session.tsx';

/** The app's cards for records of a type, in a place. */
export function useCards(type: ObjectType, location: Extension['location']): readonly Extension[] {
  const { session } = useViewing();
  return session.extensions.filter(
    (extension) =>
      extension.location === location && extension.objectTypes.some((name) => objectTypeOf(name)?.path === type.path),
  );
}

/** Cards in the middle of a record, a tab each. A tab that was visited keeps running, so that what was typed is still there. */
export function TabCards({ store }: { readonly store: RecordStore }) {
  const cards = useCards(store.type, 'crm.record.tab');
  const first = cards[0]?.uid ?? '';
  const [active, setActive] = useState(first);
  const [visited, setVisited] = useState<readonly string[]>([first]);
  if (cards.length === 0)
    return (
      <div className="wb-card">
        <Text size="sm" c="dimmed">
          The app has no card for the tabs of a {store.type.singular.toLowerCase()}.
        </Text>
      </div>
    );
  const visit = (uid: string | null) => {
    if (uid === null) return;
    setActive(uid);
    setVisited([...visited, uid]);
  };
  return (
    <div className="wb-card">
      <Tabs value={active} onChange={visit} keepMounted>
        <Tabs.List mb="md">
          {cards.map(({ uid, name }) => (
            <Tabs.Tab key={uid} value={uid}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {cards.map((card) => (
          <Tabs.Panel key={card.uid} value={card.uid}>
            {visited.includes(card.uid) && <ExtensionView extension={card} record={store} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

type SidebarCardsProps = {
  readonly store: RecordStore;
  readonly location?: 'crm.record.sidebar' | 'helpdesk.sidebar' | 'crm.preview';
};

/** Cards below each other: in the right sidebar of a record, of a ticket in the help desk, or in a preview. */
export function SidebarCards({ store, location = 'crm.record.sidebar' }: SidebarCardsProps) {
  return (
    <>
      {useCards(store.type, location).map((card) => (
        <section key={card.uid} className="wb-card" aria-label={card.name}>
          <Title order={2} size="h6" mb="sm">
            {card.name}
          </Title>
          <ExtensionView extension={card} record={store} />
        </section>
      ))}
    </>
  );
}
