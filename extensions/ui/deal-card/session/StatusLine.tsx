import { Alert, Flex, LoadingButton, StatusTag, Text } from '@hubspot/ui-extensions';
import type { FreshnessView } from './freshness-view.ts';

type StatusLineProps = {
  readonly view: FreshnessView;
  readonly hasChanges: boolean;
  readonly isRefreshing: boolean;
  readonly isBusy: boolean;
  readonly onRefresh: () => void;
};

/** Whether what is stored answers for the deal as it is now. */
export function StatusLine({ view, hasChanges, isRefreshing, isBusy, onRefresh }: StatusLineProps) {
  if (view.state !== 'stale') {
    return (
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <StatusTag variant={view.state === 'current' ? 'success' : 'default'} hollow={view.state === 'unscored'}>
          {view.text}
        </StatusTag>
        {hasChanges && <StatusTag variant="warning">Unsaved changes</StatusTag>}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="xs" align="start">
      <Alert title="Stale score" variant="warning">
        {view.text}
      </Alert>
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <LoadingButton size="sm" loading={isRefreshing} disabled={isBusy} onClick={onRefresh}>
          Refresh score
        </LoadingButton>
        <Text variant="microcopy" inline={true}>
          {hasChanges
            ? 'Refreshing stores a score of the saved answers; your unsaved changes stay in the form.'
            : 'What you see below is already the new score.'}
        </Text>
      </Flex>
    </Flex>
  );
}
