import { PageFrame } from '../shared/PageFrame.tsx';
import { PlanPage } from './PlanPage.tsx';

/** Route `/plan`: which deals to trade, so that the freed cash finances what could not be sold before. */
export function LiquidityPlan() {
  return <PageFrame path="/plan">{(opened, locale) => <PlanPage basis={opened} locale={locale} />}</PageFrame>;
}
