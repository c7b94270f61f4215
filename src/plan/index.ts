export { planCommand } from './command-line.ts';
export { assumedOf, carryingFigures, planAssumptions } from './assumptions.ts';
export type { CarryingFigure, PlanAssumptions } from './assumptions.ts';
export { pipelineEffect } from './effects.ts';
export type { DealInPlan, PipelineEffect } from './effects.ts';
export { freedCashByWeek } from './freed-cash.ts';
export type { FreedCashWeek } from './freed-cash.ts';
export { HORIZON_DAYS, planBasis } from './basis.ts';
export type { PlanBasis } from './basis.ts';
export { leftOutReasons, readPipeline } from './pipeline.ts';
export type { LeftOutDeal, LeftOutReason, Pipeline, PipelineBasis, PipelineDeal } from './pipeline.ts';
export { planPipeline } from './plan-pipeline.ts';
export type { PipelinePlan, PlanLine, WorkedDeal } from './plan-pipeline.ts';
export { planLiquidity } from './plan.ts';
export type { LiquidityPlan, PlannedDeal } from './plan.ts';
export { createPlanner } from './planner.ts';
export type { Planner, WholePlan } from './planner.ts';
export { supplyCurve } from './supply-curve.ts';
export type { SupplyPoint } from './supply-curve.ts';
export { planTotals, tradeKindOf, tradeKinds } from './totals.ts';
export type { PlanTotals, TradeKind, TradeSums } from './totals.ts';
export { AGREED, OFFERED, dealTrades } from './trades.ts';
export type { DealTrades, Trade, TradedTerms } from './trades.ts';
export { MOST_EXCLUDED, planInputsSchema, whatIfOf, withWhatIf } from './plan-inputs.ts';
export type { PlanInputs, WhatIf } from './plan-inputs.ts';
export {
  MOST_SCENARIOS,
  isSameName,
  keptScenarioSchema,
  scenarioNameFault,
  scenarioNameSchema,
  scenarioSchema,
} from './scenario.ts';
export type { KeptScenario, Scenario } from './scenario.ts';
