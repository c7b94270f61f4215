export { DealTermsSidebar } from './components/DealTermsSidebar.tsx';
export { DealTermsTab } from './components/DealTermsTab.tsx';
export { LiquidityPlan } from './plan/LiquidityPlan.tsx';
export { NegotiabilityBoard } from './board/NegotiabilityBoard.tsx';
export { CustomerInsights } from './insights/CustomerInsights.tsx';
export { PolicySettingsPage } from './settings/PolicySettingsPage.tsx';
export { ExpediteQueue } from './expedite/ExpediteQueue.tsx';
export { ExpediteTicketTab } from './expedite/ExpediteTicketTab.tsx';
