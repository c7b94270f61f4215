import { useEffect } from 'react';
import { Button, Flex, ProgressBar } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { Failed } from '../shared/Failed.tsx';
import { useCrmPages } from '../shared/use-crm-pages.ts';
import type { BoardQuery } from './board-query.ts';

type CollectDealsProps = {
  readonly query: Extract<BoardQuery, { ok: true }>;
  /** How many deals the query finds. */
  readonly total: number;
  readonly properties: readonly string[];
  readonly title: string;
  readonly onRead: (records: readonly PropertyValues[]) => void;
  readonly onCancel: () => void;
};

/** Reads all deals a filter finds, in the order of their ids. */
export function CollectDeals({
  query: { objectType, query, filterGroups },
  total,
  properties,
  title,
  onRead,
  onCancel,
}: CollectDealsProps) {
  const { records, isComplete, problem, retry } = useCrmPages(
    {
      objectType,
      query,
      filterGroups,
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: [...properties],
    },
    total,
  );
  useEffect(() => {
    if (isComplete) onRead(records);
    // `onRead` is a new function at every render: only the deals may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [isComplete, records]);
  if (problem !== null)
    return <Failed title="The deals could not be read" text={problem} reference={null} retry={retry} />;
  return (
    <Flex direction="column" gap="xs">
      <ProgressBar title={title} value={records.length} maxValue={Math.max(1, total)} />
      <Flex direction="row">
        <Button size="sm" onClick={onCancel}>
          Stop
        </Button>
      </Flex>
    </Flex>
  );
}
