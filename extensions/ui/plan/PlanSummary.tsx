import { Alert, Flex } from '@hubspot/ui-extensions';
import type { WholePlan } from '@deal-terms/core/plan';
import type { Reader } from '@deal-terms/core/words';
import { Headlines } from './Headlines.tsx';
import { assumptionsInWords, headlines } from './plan-figures.ts';

type PlanSummaryProps = { readonly plan: WholePlan; readonly reader: Reader };

/** What a plan is worth; before it, that it rests mostly on assumptions. */
export function PlanSummary({ plan, reader }: PlanSummaryProps) {
  const assumptions = assumptionsInWords(plan.assumptions, reader);
  return (
    <Flex direction="column" gap="md">
      {assumptions?.isMostly === true && (
        <Alert title={assumptions.title} variant="warning">
          {assumptions.text}
        </Alert>
      )}
      <Headlines figures={headlines(plan, plan.inputs.figures, reader)} />
    </Flex>
  );
}
