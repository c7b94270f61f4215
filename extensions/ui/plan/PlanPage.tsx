import { useMemo } from 'react';
import { Alert, Button, Flex, LoadingSpinner, ProgressBar, Text } from '@hubspot/ui-extensions';
import { readPipeline } from '@deal-terms/core/plan';
import type { PipelineBasis } from '@deal-terms/core/plan';
import { count } from '@deal-terms/core/words';
import { LeftOut } from './LeftOut.tsx';
import { leftOutViews } from './plan-lines.ts';
import { PlanView } from './PlanView.tsx';
import { useOpenDeals } from './use-open-deals.ts';

type PlanPageProps = {
  readonly basis: PipelineBasis;
  /** Canonical. */
  readonly locale: string;
};

/** The liquidity plan: reads the viewer's open deals, then plans them. */
export function PlanPage({ basis, locale }: PlanPageProps) {
  const { records, total, isComplete, problem, retry } = useOpenDeals();
  const number = (size: number) => count(size, { locale });
  const pipeline = useMemo(() => (isComplete ? readPipeline(records, basis) : null), [isComplete, records, basis]);
  if (problem !== null) {
    return (
      <Flex direction="column" gap="sm" align="start">
        <Alert title="The open deals could not be read" variant="danger">
          {problem}
        </Alert>
        <Button onClick={retry}>Try again</Button>
      </Flex>
    );
  }
  if (pipeline === null) {
    if (total === 0) return <LoadingSpinner label="Reading the open deals" showLabel={true} layout="centered" />;
    return (
      <ProgressBar
        title="Reading the open deals"
        value={records.length}
        maxValue={total}
        valueDescription={`${number(records.length)} of ${number(total)} deals`}
      />
    );
  }
  if (pipeline.deals.length === 0)
    return (
      <Flex direction="column" gap="md">
        <Text>
          {pipeline.leftOut.length === 0
            ? 'No deal is open, so there is nothing to plan.'
            : 'None of the open deals can be planned yet: complete those below, then come back.'}
        </Text>
        <LeftOut views={leftOutViews(pipeline.leftOut, { locale })} portalId={basis.account.portalId} />
      </Flex>
    );
  return (
    <Flex direction="column" gap="md">
      {records.length < total && (
        <Text variant="microcopy">{`The plan rests on the ${number(records.length)} deals with the largest expected gain of ${number(total)}: HubSpot lets no page read more. An administrator can plan all of them.`}</Text>
      )}
      <PlanView pipeline={pipeline} basis={basis} locale={locale} />
    </Flex>
  );
}
