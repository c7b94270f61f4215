import { useState } from 'react';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { planCommand, planTotals, whatIfOf } from '@deal-terms/core/plan';
import type { Pipeline, PipelineBasis, WholePlan } from '@deal-terms/core/plan';
import { count } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { CopyButton } from '../shared/CopyButton.tsx';
import { dateInWords } from '../shared/reader.ts';
import { ApplyPrice } from './ApplyPrice.tsx';
import { ExcludedDeals } from './ExcludedDeals.tsx';
import { figuresInWords, isSameFigures } from './inputs-in-words.ts';
import { LeftOut } from './LeftOut.tsx';
import { OverdueDeals } from './OverdueDeals.tsx';
import { overdueInWords } from './overdue-in-words.ts';
import { PlanCharts } from './PlanCharts.tsx';
import { assumptionsInWords, headlines, totalsRows } from './plan-figures.ts';
import { leftOutViews, tradeViews } from './plan-lines.ts';
import { planMinutes } from './plan-minutes.ts';
import { PlannedTrades } from './PlannedTrades.tsx';
import { PlanTotals } from './PlanTotals.tsx';

type PlanResultProps = {
  readonly plan: WholePlan;
  readonly pipeline: Pipeline;
  readonly basis: PipelineBasis;
  readonly reader: Reader;
  /** Name of the kept scenario it is; null for none. */
  readonly scenario: string | null;
  readonly onExclude: (dealId: string) => void;
  readonly onInclude: (dealId: string) => void;
  readonly onCountOverdue: (isCounted: boolean) => void;
};

/** A plan: what to do, how it adds up, when the cash comes, and what is not in it. */
export function PlanResult(props: PlanResultProps) {
  const { plan, pipeline, basis, reader, scenario, onExclude, onInclude, onCountOverdue } = props;
  const { policy, account, today } = basis;
  const [assumedFirst, setAssumedFirst] = useState(false);
  const [minimumWorth, setMinimumWorth] = useState(policy.model.materialGain.sellerMoney);
  const { inputs, lines } = plan;
  const assumptions = assumptionsInWords(plan.assumptions, reader);
  const trades = tradeViews(lines, { reader, policy, minimumWorth });
  const rows = totalsRows(planTotals(plan, minimumWorth), reader);
  const leftOut = leftOutViews(pipeline.leftOut, reader);
  const overdue = pipeline.deals.filter(({ isOverdue }) => isOverdue);
  const excluded = pipeline.deals.filter(({ input }) => inputs.excluded.includes(input.id));
  const isWhatIf = !isSameFigures(inputs.figures, whatIfOf(policy.model));
  const minutes = () =>
    planMinutes({
      day: dateInWords(today, reader.locale),
      scenario,
      inputs: figuresInWords(inputs.figures, reader),
      isWhatIf,
      assumptions: assumptions === null ? null : `${assumptions.title}: ${assumptions.text}`,
      figures: headlines(plan, inputs.figures, reader),
      totals: rows,
      trades,
      excluded: excluded.map(({ dealName }) => dealName),
      overdue: overdue.length === 0 ? null : overdueInWords(overdue, inputs.countsOverdue, reader),
      leftOut,
    });
  return (
    <Flex direction="column" gap="md">
      <Flex direction="row" gap="sm" wrap={true}>
        <CopyButton label="Copy for the minutes" text={minutes} />
        <CopyButton
          label="Copy for the command line"
          text={() => planCommand(plan.deals, plan.basis.policy, plan.basis.horizonDays)}
        />
        {assumptions !== null && (
          <Button
            size="sm"
            onClick={() => {
              setAssumedFirst(!assumedFirst);
            }}
          >
            {assumedFirst ? 'List trades in order of work' : 'List trades on assumed figures first'}
          </Button>
        )}
      </Flex>
      {assumptions !== null && !assumptions.isMostly && <Text variant="microcopy">{assumptions.text}</Text>}
      <PlannedTrades
        trades={trades}
        untouched={lines.length - trades.length}
        minimumWorth={minimumWorth}
        reader={reader}
        onMinimumWorth={setMinimumWorth}
        assumedFirst={assumedFirst && assumptions !== null}
        portalId={account.portalId}
        onExclude={onExclude}
      />
      <PlanTotals rows={rows} cycle={`${count(plan.basis.backlog.cycleDays, reader)} days`} />
      <PlanCharts
        freed={plan.freed}
        supply={plan.supply}
        backlog={inputs.figures.unfundedCost}
        currency={account.homeCurrency}
      />
      <OverdueDeals
        deals={overdue}
        isCounted={inputs.countsOverdue}
        portalId={account.portalId}
        reader={reader}
        onCount={onCountOverdue}
      />
      <ExcludedDeals deals={excluded} onInclude={onInclude} />
      <LeftOut views={leftOut} portalId={account.portalId} />
      <ApplyPrice policy={policy} priceOfCash={plan.plan.priceOfCash} isWhatIf={isWhatIf} reader={reader} />
    </Flex>
  );
}
