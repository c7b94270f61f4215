import { useMemo, useRef, useState } from 'react';
import { Alert, Flex, ProgressBar } from '@hubspot/ui-extensions';
import { MOST_EXCLUDED, createPlanner, whatIfOf } from '@deal-terms/core/plan';
import type { Pipeline, PipelineBasis, PlanInputs, WholePlan } from '@deal-terms/core/plan';
import { count } from '@deal-terms/core/words';
import { readerOf } from '../shared/reader.ts';
import { PlanResult } from './PlanResult.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { Scenarios } from './Scenarios.tsx';
import { usePlans } from './use-plans.ts';
import { WhatIfForm } from './WhatIfForm.tsx';

type Named = { readonly name: string; readonly inputs: PlanInputs };

type PlanViewProps = { readonly pipeline: Pipeline; readonly basis: PipelineBasis; readonly locale: string };

/** A pipeline at work: figures to ask about, the plan, and what is taken out of it. */
export function PlanView({ pipeline, basis, locale }: PlanViewProps) {
  const { policy, account } = basis;
  const reader = readerOf(locale, account.homeCurrency);
  const stored = useMemo(
    (): PlanInputs => ({ figures: whatIfOf(policy.model), excluded: [], countsOverdue: false }),
    [policy],
  );
  const planner = useMemo(
    () => createPlanner(pipeline.deals, policy.model, policy.app.planHorizonWeeks),
    [pipeline, policy],
  );
  const [inputs, setInputs] = useState(stored);
  // What was opened or kept: its name is that of what is on the screen until a figure is changed.
  const [scenario, setScenario] = useState<Named | null>(null);
  const [openings, setOpenings] = useState(0);
  const asked = useMemo(() => [inputs], [inputs]);
  const { plans, done, total } = usePlans(planner, asked);
  // While another plan is made, the one before stays: the page does not jump.
  const last = useRef<WholePlan | null>(null);
  last.current = plans[0] ?? last.current;
  const change = (changed: Partial<PlanInputs>) => {
    setInputs({ ...inputs, ...changed });
  };
  return (
    <Flex direction="column" gap="md">
      {policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {policy.warning}
        </Alert>
      )}
      {last.current !== null && <PlanSummary plan={last.current} reader={reader} />}
      <WhatIfForm
        key={openings}
        value={inputs.figures}
        stored={stored.figures}
        currency={account.homeCurrency}
        onChange={(figures) => {
          change({ figures: { ...inputs.figures, ...figures } });
        }}
        onReset={() => {
          change({ figures: stored.figures });
        }}
      />
      {plans.length === 0 && (
        <ProgressBar
          title={last.current === null ? 'Planning' : 'Planning; the figures shown are the previous ones'}
          value={done}
          maxValue={Math.max(total, 1)}
          valueDescription={`${count(done, reader)} of ${count(total, reader)} deals`}
        />
      )}
      <Scenarios
        planner={planner}
        inputs={inputs}
        plan={plans[0] ?? null}
        account={account}
        reader={reader}
        onOpen={(opened) => {
          setInputs(opened.inputs);
          setScenario(opened);
          setOpenings(openings + 1);
        }}
        onKept={setScenario}
      />
      {last.current !== null && (
        <PlanResult
          plan={last.current}
          pipeline={pipeline}
          basis={basis}
          reader={reader}
          scenario={scenario?.inputs === inputs ? scenario.name : null}
          onExclude={(dealId) => {
            if (inputs.excluded.length < MOST_EXCLUDED) change({ excluded: [...inputs.excluded, dealId] });
          }}
          onInclude={(dealId) => {
            change({ excluded: inputs.excluded.filter((id) => id !== dealId) });
          }}
          onCountOverdue={(countsOverdue) => {
            change({ countsOverdue });
          }}
        />
      )}
    </Flex>
  );
}
