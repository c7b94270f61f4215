import { profileFields, daysBetween } from '@deal-terms/core/crm';
import type { CustomerProfile, ProfileField, PolicyInForce, ResolvedDeal } from '@deal-terms/core/crm';
import type { ScoreResult } from '@deal-terms/core/scoring';
import { money, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { answerInWords, days, fieldView } from '../../shared/field-view.ts';
import { dateInWords } from '../../shared/reader.ts';

/** What a score rests on beside the rep's answers, one sentence each. */
export type AssumptionViews = {
  /** What nobody has told us, and what stands in for it. */
  readonly unknown: readonly string[];
  /** Our own figures. */
  readonly ours: readonly string[];
};

/**
 * Assumptions of a score in words.
 *
 * @param today - ISO date in the account's time zone
 */
export function assumptionViews(
  captured: CustomerProfile,
  { result, resolved }: { readonly result: ScoreResult; readonly resolved: ResolvedDeal },
  policy: PolicyInForce,
  today: string,
  reader: Reader,
): AssumptionViews {
  return {
    unknown: [...standIns(resolved, reader), ...unanswered(captured, resolved, reader)],
    ours: ourFigures(result, resolved, policy, today, reader),
  };
}

function standIns({ assumptions }: ResolvedDeal, { locale }: Reader): string[] {
  return assumptions.map(
    ({ field, value }) =>
      `${fieldView(field).label}: ${answerInWords(field, value, locale)}, our usual figure, as the deal has none.`,
  );
}

const standInFor: Partial<Record<ProfileField, string>> = {
  cashPosition: 'all five possibilities count, weighed by how common they are.',
  termsImportance: 'all four possibilities count, weighed by how common they are.',
  urgency: 'all four possibilities count, weighed by how common they are.',
  relationship: 'their reluctance to prepay is taken to lie between a new and an established customer’s.',
  forecast: 'no offer asks for forecasts before the customer is willing.',
  daysBeyondTerms: 'we count on payment on the due day.',
};

function unanswered(
  captured: CustomerProfile,
  { input: { deal, policy }, figures }: ResolvedDeal,
  { locale }: Reader,
): string[] {
  const neededInDays = Math.max(0, deal.leadTimeDays - policy.urgencyHorizonDays);
  const sentences = {
    ...standInFor,
    neededBy: `a delivery later than ${days(neededInDays, locale)} after the order is taken to be late.`,
  };
  return profileFields.flatMap((field) => {
    const sentence = sentences[field];
    const isFound = figures.some(({ name, from }) => name === field && from === 'found');
    return sentence === undefined || captured[field] !== null || isFound || isStated(field, captured)
      ? []
      : [`${fieldView(field).label} is not known: ${sentence}`];
  });
}

/** A figure the customer stated counts before the possibilities. */
function isStated(field: ProfileField, { statedCostOfCash, statedLossPerDay }: CustomerProfile): boolean {
  return (field === 'cashPosition' && statedCostOfCash !== null) || (field === 'urgency' && statedLossPerDay !== null);
}

function ourFigures(
  result: ScoreResult,
  { input: { policy }, currency, exchangeRate }: ResolvedDeal,
  { version, app }: PolicyInForce,
  today: string,
  reader: Reader,
): string[] {
  const { expedite, discount, backlog } = policy;
  return [
    policy.priceOfCash === null
      ? `Our cost of cash: ${percent(result.costOfCash, reader)} a year${backlog.unfundedCost > 0 ? `, as ${money(backlog.unfundedCost, reader)} of orders wait for it` : ''}.`
      : `Price of cash today: ${percent(policy.priceOfCash, reader)} a year${priceAge(app.priceOfCashOn, today, reader)}.`,
    `Faster delivery costs us ${money(expedite.fixedCost, reader)}${expedite.costPerDay > 0 ? ` and ${percent(expedite.costPerDay, reader)} of the amount for each day` : ''}.`,
    `Our limits: at most ${percent(discount.max, reader)} discount, at least ${percent(discount.keepOfMargin, reader)} of today’s margin kept.`,
    `Money is in ${currency}${exchangeRate === 1 ? '' : ', our own figures converted at the deal’s exchange rate'}.`,
    version === 0 ? 'Policy: the built-in figures.' : `Policy: version ${version}.`,
  ];
}

/** A price of cash set longer ago than this says little of today's pipeline. */
const freshForDays = 30;

function priceAge(setOn: string | null, today: string, { locale }: Reader): string {
  if (setOn === null) return '';
  const since = `, set on ${dateInWords(setOn, locale)}`;
  return daysBetween(setOn, today) > freshForDays
    ? `${since}: more than ${freshForDays} days ago, so it may no longer be true; the liquidity plan works out a new one`
    : since;
}
