import { Alert, Button, Flex, LoadingButton, ProgressBar, Text } from '@hubspot/ui-extensions';
import { count } from '@deal-terms/core/words';
import { localeOf } from '../shared/reader.ts';
import { rescoreView } from '../shared/rescore-view.ts';
import { UnscoredDeals } from '../shared/UnscoredDeals.tsx';
import { useRescore } from '../shared/use-rescore.ts';

type BulkScoreProps = {
  /** Deals selected on HubSpot's list. */
  readonly dealIds: readonly string[];
  readonly locale: string | undefined;
  /** Shows the list anew, with the new scores. */
  readonly reloadList: () => void;
};

/** Scores the selected deals, a hundred in a call; answers, offers and all else on them stay as they are. */
export function BulkScore({ dealIds, locale: tag, reloadList }: BulkScoreProps) {
  const locale = localeOf(tag);
  const { state, start, cancel } = useRescore(() => undefined);
  const deals = (ids: readonly string[]) => `${count(ids.length, { locale })} ${ids.length === 1 ? 'deal' : 'deals'}`;
  if (state.kind === 'idle')
    return (
      <Flex direction="column" gap="md">
        <Text>
          Works out the terms score of each selected deal from what is recorded on it. Nothing else on the deals
          changes.
        </Text>
        <Flex direction="row">
          <Button
            variant="primary"
            onClick={() => {
              start(dealIds);
            }}
          >{`Score ${deals([...new Set(dealIds)])}`}</Button>
        </Flex>
      </Flex>
    );
  if (state.kind === 'running')
    return (
      <Flex direction="column" gap="md">
        <ProgressBar
          title="Scoring"
          value={state.done}
          maxValue={state.wanted}
          valueDescription={`${count(state.done, { locale })} of ${count(state.wanted, { locale })} deals`}
        />
        {state.isStopping ? (
          <LoadingButton loading>Stopping</LoadingButton>
        ) : (
          <Flex direction="row">
            <Button onClick={cancel}>Stop scoring</Button>
          </Flex>
        )}
      </Flex>
    );
  const { title, text, tone } = rescoreView(state, locale);
  return (
    <Flex direction="column" gap="md">
      <Alert title={title} variant={tone}>
        {text}
      </Alert>
      <UnscoredDeals deals={state.counts.unscored} locale={locale} />
      <Flex direction="row" gap="sm">
        {state.left.length > 0 && (
          <Button
            variant="primary"
            onClick={() => {
              start(state.left);
            }}
          >{`Score the other ${deals(state.left)}`}</Button>
        )}
        <Button onClick={reloadList}>Show the new scores in the list</Button>
      </Flex>
    </Flex>
  );
}
