export { planOptions } from './options.ts';
export type { PlanOption } from './options.ts';
export { planLiquidity } from './plan.ts';
export type { LiquidityPlan, PlanDeal, PlannedDeal } from './plan.ts';
