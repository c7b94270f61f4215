import { useEffect, useState } from 'react';
import { Alert, Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { count } from '@deal-terms/core/words';
import { Failed } from '../components/Failed.tsx';
import { readableRecords, useCrmPages } from '../hooks/use-crm-pages.ts';
import type { BoardQuery } from './board-query.ts';
import { rescoreView } from './rescore-view.ts';
import { useRescore } from './use-rescore.ts';

type Found = Extract<BoardQuery, { ok: true }>;

type RescoreBarProps = {
  readonly query: Found;
  /** How many deals the query finds. */
  readonly total: number;
  readonly selectedIds: readonly string[];
  readonly locale: string;
  readonly onEnd: () => void;
};

/** Rescores the selected deals, or all the filter finds. */
export function RescoreBar({ query, total, selectedIds, locale, onEnd }: RescoreBarProps) {
  const { state, start, cancel } = useRescore(onEnd);
  const [isCollecting, setCollecting] = useState(false);
  const number = (size: number) => count(size, { locale });
  if (isCollecting) return <CollectIds query={query} total={total} onIds={(ids) => { setCollecting(false); start(ids); }} onCancel={() => { setCollecting(false); }} />;
  if (state.kind === 'running') {
    return (
      <Flex direction="column" gap="xs">
        <ProgressBar title="Rescoring" value={state.done} maxValue={state.wanted} valueDescription={`${number(state.done)} of ${number(state.wanted)} deals`} />
        <Flex direction="row"><Button size="sm" onClick={cancel}>Stop rescoring</Button></Flex>
      </Flex>
    );
  }
  const ended = state.kind === 'ended' ? rescoreView(state, locale) : null;
  return (
    <Flex direction="column" gap="sm">
      {ended !== null && <Alert title={ended.title} variant={ended.tone}>{ended.text}</Alert>}
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        {selectedIds.length > 0 && <Button size="sm" onClick={() => { start(selectedIds); }}>{`Rescore ${number(selectedIds.length)} selected`}</Button>}
        {total <= readableRecords
          ? <Button size="sm" onClick={() => { setCollecting(true); }}>{total === 1 ? 'Rescore this deal' : `Rescore all ${number(total)}`}</Button>
          : <Text variant="microcopy">{`More than ${number(readableRecords)} deals are rescored with npm run rescore.`}</Text>}
      </Flex>
    </Flex>
  );
}

type CollectIdsProps = Pick<RescoreBarProps, 'query' | 'total'> & { readonly onIds: (ids: readonly string[]) => void; readonly onCancel: () => void };

/** Finds out which deals a filter means before the first score changes: later, other deals may fit it. */
function CollectIds({ query: { objectType, query, filterGroups }, total, onIds, onCancel }: CollectIdsProps) {
  const { records, isComplete, problem, retry } = useCrmPages({ objectType, query, filterGroups, sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }], properties: ['hs_object_id'] }, total);
  useEffect(() => {
    if (isComplete) onIds(records.map((record) => record['hs_object_id'] ?? ''));
    // `onIds` is a new function at every render: only the ids may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [isComplete, records]);
  if (problem !== null) return <Failed title="The deals could not be found" text={problem} reference={null} retry={retry} />;
  return (
    <Flex direction="column" gap="xs">
      <ProgressBar title="Finding the deals" value={records.length} maxValue={Math.max(1, total)} />
      <Flex direction="row"><Button size="sm" onClick={onCancel}>Stop</Button></Flex>
    </Flex>
  );
}
