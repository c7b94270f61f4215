import { useEffect, useState } from 'react';
import { Alert, Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import { rescoreView } from '../shared/rescore-view.ts';
import { UnscoredDeals } from '../shared/UnscoredDeals.tsx';
import { readableRecords } from '../shared/use-crm-pages.ts';
import { useRescore } from '../shared/use-rescore.ts';
import type { BoardQuery } from './board-query.ts';
import { CollectDeals } from './CollectDeals.tsx';

type Found = Extract<BoardQuery, { ok: true }>;

type RescoreBarProps = {
  readonly query: Found;
  /** How many deals the query finds. */
  readonly total: number;
  readonly selectedIds: readonly string[];
  /** Whether it was asked for elsewhere on the page. */
  readonly isAsked: boolean;
  readonly locale: string;
  readonly onEnd: () => void;
};

/** Rescores the selected deals, or all the filter finds. */
export function RescoreBar({ query, total, selectedIds, isAsked, locale, onEnd }: RescoreBarProps) {
  const { state, start, cancel } = useRescore(onEnd);
  const [isCollecting, setCollecting] = useState(false);
  useEffect(() => {
    if (isAsked) setCollecting(true);
  }, [isAsked]);
  const number = (size: number) => count(size, { locale });
  if (isCollecting) {
    // Which deals a filter means is found out before the first score changes: later, others may fit it.
    const begin = (records: readonly PropertyValues[]) => {
      setCollecting(false);
      start(records.map((record) => record['hs_object_id'] ?? ''));
    };
    return (
      <CollectDeals
        query={query}
        total={total}
        properties={['hs_object_id']}
        title="Finding the deals"
        onRead={begin}
        onCancel={() => {
          setCollecting(false);
        }}
      />
    );
  }
  if (state.kind === 'running') {
    return (
      <Flex direction="column" gap="xs">
        <ProgressBar
          title="Rescoring"
          value={state.done}
          maxValue={state.wanted}
          valueDescription={`${number(state.done)} of ${number(state.wanted)} deals`}
        />
        <Flex direction="row">
          <Button size="sm" onClick={cancel}>
            Stop rescoring
          </Button>
        </Flex>
      </Flex>
    );
  }
  const ended = state.kind === 'ended' ? rescoreView(state, locale) : null;
  return (
    <Flex direction="column" gap="sm">
      {ended !== null && (
        <Alert title={ended.title} variant={ended.tone}>
          {ended.text}
        </Alert>
      )}
      {state.kind === 'ended' && <UnscoredDeals deals={state.counts.unscored} locale={locale} />}
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        {selectedIds.length > 0 && (
          <Button
            size="sm"
            onClick={() => {
              start(selectedIds);
            }}
          >{`Rescore ${number(selectedIds.length)} selected`}</Button>
        )}
        {total <= readableRecords ? (
          <Button
            size="sm"
            onClick={() => {
              setCollecting(true);
            }}
          >
            {total === 1 ? 'Rescore this deal' : `Rescore all ${number(total)}`}
          </Button>
        ) : (
          <Text variant="microcopy">{`More than ${number(readableRecords)} deals are rescored by an administrator.`}</Text>
        )}
      </Flex>
    </Flex>
  );
}
