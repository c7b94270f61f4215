import type { Field, ResolvedInput, TrialQuestion } from '../scoring/index.ts';
import { packageTerms } from '../scoring/index.ts';
import { count, discountPercent, percent } from './amounts.ts';
import { paidWhenInWords } from './payment-plan-words.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';

/** Round figures a question is asked with: easy to answer, binding nobody. */
const ASKED_DISCOUNT = 0.02;
const ASKED_WEEKS = 3;
/** How many days sooner the question about urgency is about. */
export const askedDaysSooner = 7 * ASKED_WEEKS;
/** Discounts below this are none. */
const NO_DISCOUNT = 1e-9;

/** The question that finds an unknown answer out, as one would ask it; people answer better with a concrete case than about themselves. */
export function nextQuestion(field: Field, reader: Pick<Reader, 'locale'>): string {
  if (field === 'cashPosition') return say('askCashPosition', { rate: percent(ASKED_DISCOUNT, reader) });
  return field === 'termsImportance' ? say('askTermsImportance') : say('askUrgency', { weeks: String(ASKED_WEEKS) });
}

/** The trial question of a score, as one would ask it: "If we took 2% off, would you pay on delivery?" */
export function trialQuestionInWords(
  { packageId, discount }: Pick<TrialQuestion, 'packageId' | 'discount'>,
  input: ResolvedInput,
  reader: Pick<Reader, 'locale'>,
): string {
  const { keepsTerms, payments, daysSaved, forecast, leversAt } = packageTerms(input, packageId);
  const isLonger = leversAt(discount).includes('longer_terms');
  const when = paidWhenInWords(payments, reader);
  const rate = discountPercent(Math.abs(discount), reader);
  const ask = [
    ...(keepsTerms || isLonger ? [] : [say('tryPaying', { when })]),
    ...(discount < -NO_DISCOUNT ? [say('tryPayingMore', { rate })] : []),
    ...(forecast ? [say('tryForecasts')] : []),
  ];
  const give = [
    ...(discount > NO_DISCOUNT ? [say('tryDiscount', { rate })] : []),
    ...(daysSaved > 0 ? [say('trySooner', { count: count(daysSaved, reader) }, daysSaved)] : []),
    ...(isLonger ? [say('tryLonger', { when })] : []),
  ];
  if (give.length === 0) return say('askTrial', { ask: listed(ask) });
  if (ask.length === 0) return say('askTrialOffer', { give: listed(give) });
  return say('askTrialTrade', { ask: listed(ask), give: listed(give) });
}
