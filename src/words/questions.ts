import type { Field, ResolvedInput, TrialQuestion } from '../scoring/index.ts';
import { percent } from './amounts.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';
import { discountInWords, packageInWords } from './trade.ts';

/** Round figures a question is asked with: easy to answer, binding nobody. */
const ASKED_DISCOUNT = 0.02;
const ASKED_WEEKS = 3;
/** Discounts below this are none. */
const NO_DISCOUNT = 1e-9;

/** The question that finds an unknown answer out, as one would ask it; people answer better with a concrete case than about themselves. */
export function nextQuestion(field: Field, reader: Pick<Reader, 'locale'>): string {
  if (field === 'cashPosition') return say('askCashPosition', { rate: percent(ASKED_DISCOUNT, reader) });
  return field === 'termsImportance' ? say('askTermsImportance') : say('askUrgency', { weeks: String(ASKED_WEEKS) });
}

/** The trial question of a score, as one would ask it: something a yes or no answers. */
export function trialQuestionInWords(
  { packageId, discount }: Pick<TrialQuestion, 'packageId' | 'discount'>,
  input: ResolvedInput,
  reader: Pick<Reader, 'locale'>,
): string {
  const { ask, give } = packageInWords(input, packageId, reader);
  const price = Math.abs(discount) < NO_DISCOUNT ? [] : [discountInWords(discount, reader)];
  const asked = [...ask, ...(discount < 0 ? price : [])];
  const given = [...give, ...(discount > 0 ? price : [])];
  if (given.length === 0) return say('askTrial', { ask: listed(asked) });
  if (asked.length === 0) return say('askTrialOffer', { give: listed(given) });
  return say('askTrialTrade', { ask: listed(asked), give: listed(given) });
}
