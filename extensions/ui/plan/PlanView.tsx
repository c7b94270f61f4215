import { useMemo, useState } from 'react';
import { Alert, Flex, ProgressBar } from '@hubspot/ui-extensions';
import { asNdjson, planBasis, planPipeline, whatIfOf, withWhatIf } from '@deal-terms/core/plan';
import type { Pipeline, PipelineBasis } from '@deal-terms/core/plan';
import { CopyButton } from '../shared/CopyButton.tsx';
import { dateInWords, readerOf } from '../shared/reader.ts';
import { ApplyPrice } from './ApplyPrice.tsx';
import { ExcludedDeals } from './ExcludedDeals.tsx';
import { Headlines } from './Headlines.tsx';
import { LeftOut } from './LeftOut.tsx';
import { PlanCharts } from './PlanCharts.tsx';
import { headlines, isTrade, leftOutViews, tradeView } from './plan-lines.ts';
import { planMinutes } from './plan-minutes.ts';
import { TradesTable } from './TradesTable.tsx';
import { usePlanDeals } from './use-plan-deals.ts';
import { WhatIfForm } from './WhatIfForm.tsx';

type PlanViewProps = { readonly pipeline: Pipeline; readonly basis: PipelineBasis; readonly locale: string };

const DAYS_A_WEEK = 7;

/** A pipeline at work: figures to ask about, the plan, and what is taken out of it. */
export function PlanView({ pipeline, basis: { policy, account, today }, locale }: PlanViewProps) {
  const stored = useMemo(() => whatIfOf(policy.model), [policy]);
  const [whatIf, setWhatIf] = useState(stored);
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const figuresInPlan = useMemo(
    () => planBasis(withWhatIf(policy.model, whatIf), policy.app.planHorizonWeeks * DAYS_A_WEEK),
    [policy, whatIf],
  );
  const worked = usePlanDeals(pipeline.deals, figuresInPlan);
  const isWorked = worked.length === pipeline.deals.length;
  const planned = useMemo(
    () =>
      isWorked
        ? planPipeline(
            worked.filter(({ input }) => !excluded.has(input.id)),
            figuresInPlan,
            policy.app.planHorizonWeeks,
          )
        : null,
    [worked, isWorked, excluded, policy, figuresInPlan],
  );
  const reader = readerOf(locale, account.homeCurrency);
  const leftOut = leftOutViews(pipeline.leftOut, reader);
  const figures = planned === null ? [] : headlines(planned, whatIf, reader);
  const trades = planned === null ? [] : planned.lines.filter(isTrade).map((line) => tradeView(line, reader));
  const exclude = (dealId: string) => {
    setExcluded(new Set([...excluded, dealId]));
  };
  const include = (dealId: string) => {
    setExcluded(new Set([...excluded].filter((id) => id !== dealId)));
  };
  return (
    <Flex direction="column" gap="md">
      {policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {policy.warning}
        </Alert>
      )}
      <WhatIfForm
        value={whatIf}
        stored={stored}
        currency={account.homeCurrency}
        onChange={(change) => {
          setWhatIf({ ...whatIf, ...change });
        }}
        onReset={() => {
          setWhatIf(stored);
        }}
      />
      {planned === null ? (
        <ProgressBar
          title="Planning"
          value={worked.length}
          maxValue={pipeline.deals.length}
          valueDescription={`${worked.length} of ${pipeline.deals.length} deals`}
        />
      ) : (
        <>
          <Headlines figures={figures} />
          <Flex direction="row" gap="sm" wrap={true}>
            <CopyButton
              label="Copy for the minutes"
              text={() => planMinutes({ day: dateInWords(today, locale), figures, trades, leftOut })}
            />
            <CopyButton
              label="Copy the deals for npm run plan"
              text={() => asNdjson(planned.lines.map(({ deal }) => deal))}
            />
          </Flex>
          <TradesTable
            trades={trades}
            untouched={planned.lines.length - trades.length}
            portalId={account.portalId}
            onExclude={exclude}
          />
          <ExcludedDeals deals={pipeline.deals.filter(({ input }) => excluded.has(input.id))} onInclude={include} />
          <ApplyPrice
            policy={policy}
            priceOfCash={planned.plan.priceOfCash}
            isWhatIf={whatIf !== stored}
            reader={reader}
          />
          <PlanCharts
            cash={planned.cash}
            supply={planned.supply}
            backlog={whatIf.unfundedCost}
            currency={account.homeCurrency}
          />
        </>
      )}
      <LeftOut views={leftOut} portalId={account.portalId} />
    </Flex>
  );
}
