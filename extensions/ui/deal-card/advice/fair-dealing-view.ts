import { fairDealingNotes } from '@deal-terms/core/fair-dealing';
import type { FairDealingNote } from '@deal-terms/core/fair-dealing';
import type { CustomerCompany } from '@deal-terms/core/contracts';
import { packageTerms } from '@deal-terms/core/scoring';
import type { ResolvedInput, ScoreResult } from '@deal-terms/core/scoring';
import { discountInWords, paymentPlanInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** Where both sides are, as far as anybody knows. */
export type Sides = CustomerCompany & { readonly sellerCountry: string | null };

/** The rules that today's terms or the offers on the card touch. */
export function fairDealingViews(
  { offers }: ScoreResult,
  input: ResolvedInput,
  { sellerCountry, country, industry }: Sides,
  reader: Reader,
): FairDealingNote[] {
  const { payments, leadTimeDays } = input.deal;
  const today = {
    name: `today’s terms (${paymentPlanInWords(payments, reader)})`,
    payments,
    leadTimeDays,
    discount: 0,
  };
  const offered = offers.map(({ packageId, discount }) => {
    const terms = packageTerms(input, packageId);
    return {
      name: `the offer of ${paymentPlanInWords(terms.payments, reader)} with ${discountInWords(discount, reader)}`,
      payments: terms.payments,
      leadTimeDays: terms.leadTimeDays,
      discount,
    };
  });
  return fairDealingNotes({
    sellerCountry,
    customerCountry: country,
    customerIndustry: industry,
    terms: [today, ...offered],
  });
}
