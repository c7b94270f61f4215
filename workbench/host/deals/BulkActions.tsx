import { Button, Drawer, Group, Modal, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Extension } from '../../protocol.ts';
import { objectTypeOf } from '../api/object-types.ts';
import type { ExtensionSelection } from '../extension/extension-context.ts';
import { ExtensionView } from '../extension/ExtensionView.tsx';
import { useViewing } from '../session.tsx';
import type { Selection } from './use-selection.ts';

/** So many records at most are chosen by one click; HubSpot says of no limit. */
const mostChosen = 1_000;

/** The app's bulk actions for an object type. */
export function useBulkActions(type: string): readonly Extension[] {
  const { session } = useViewing();
  return session.extensions.filter(
    ({ location, objectTypes }) =>
      location === 'crm.bulkActions' && objectTypes.some((name) => objectTypeOf(name)?.path === type),
  );
}

type BulkActionsProps = {
  readonly actions: readonly Extension[];
  readonly selection: Selection;
  /** How many records the list has on all its pages. */
  readonly total: number;
  readonly isPageChosen: boolean;
  /** Ids of the list's records, at most as many as are asked for. */
  readonly readIds: (most: number) => Promise<readonly string[]>;
  /** An action's panel was closed: it may have changed what is listed. */
  readonly onDone: () => void;
};

/** What can be done with the records that are chosen in a list. */
export function BulkActions({ actions, selection, total, isPageChosen, readIds, onDone }: BulkActionsProps) {
  const { user } = useViewing();
  const [running, setRunning] = useState<{ readonly action: Extension; readonly for: ExtensionSelection } | null>(null);
  const [isReading, setReading] = useState(false);
  const all = Math.min(total, mostChosen);
  const chooseAll = async () => {
    setReading(true);
    selection.set(await readIds(all), true);
    setReading(false);
  };
  const count = (number: number) => number.toLocaleString(user.locale);
  const { size } = selection.ids;
  return (
    <>
      {size > 0 && (
        <Group gap="xs" mb="sm" role="group" aria-label="Chosen deals">
          <Text size="sm" fw={600} role="status">
            {count(size)} {size === 1 ? 'deal' : 'deals'} chosen
          </Text>
          {actions.map((action) => (
            <Button
              key={action.uid}
              size="xs"
              onClick={() =>
                setRunning({ action, for: { objectTypeId: '0-3', objectIds: [...selection.ids].map(Number) } })
              }
            >
              {action.name}
            </Button>
          ))}
          {isPageChosen && size < all && (
            <Button size="xs" variant="subtle" loading={isReading} onClick={() => void chooseAll()}>
              {total > mostChosen ? `Choose the first ${count(mostChosen)}` : `Choose all ${count(total)}`}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={selection.clear}>
            Choose none
          </Button>
        </Group>
      )}
      {running !== null && (
        <ActionOverlay
          action={running.action}
          selection={running.for}
          onClose={() => {
            setRunning(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

type ActionOverlayProps = {
  readonly action: Extension;
  readonly selection: ExtensionSelection;
  readonly onClose: () => void;
};

function ActionOverlay({ action, selection, onClose }: ActionOverlayProps) {
  const view = useMemo(
    () => <ExtensionView extension={action} record={null} selection={selection} />,
    [action, selection],
  );
  const shared = { opened: true, onClose, title: action.name, closeButtonProps: { 'aria-label': 'Close' } };
  return action.displayMode === 'MODAL' ? (
    <Modal {...shared} size="lg">
      {view}
    </Modal>
  ) : (
    <Drawer {...shared} position="right" size="lg">
      {view}
    </Drawer>
  );
}
