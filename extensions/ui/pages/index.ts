export { NegotiabilityBoard } from '../board/NegotiabilityBoard.tsx';
export { ExpediteQueue } from '../queue/ExpediteQueue.tsx';
export { FairnessLog } from '../fairness/FairnessLog.tsx';
export { CustomerInsights } from '../insights/CustomerInsights.tsx';
export { Learning } from '../learning/Learning.tsx';
export { LiquidityPlan } from '../plan/LiquidityPlan.tsx';
export { PolicySettingsInPages } from '../settings/PolicySettingsInPages.tsx';
