import { cashDiscountRate } from '@deal-terms/core/scoring';
import { readTerms } from '@deal-terms/core/terms';

/** `npm run --silent rate -- "2/10 net 30"`: what a quoted cash discount costs a year, as one line of JSON. */
const parsed = cashDiscountRate(asNotation(process.argv.slice(2).join(' ')));
if (parsed.ok) {
  console.log(JSON.stringify(parsed.rate));
} else {
  console.error(`rate: ${parsed.message}`);
  process.exitCode = 1;
}

/** A discount written another way, such as "14 Tage 2 % Skonto, 30 Tage netto", in the usual notation; any other text as it is. */
function asNotation(text: string): string {
  if (cashDiscountRate(text).ok) return text;
  const read = readTerms(text);
  if (!read.ok) return text;
  const [discount, anotherDiscount] = read.discounts;
  const [part, anotherPart] = read.terms;
  const isPlain = anotherDiscount === undefined && anotherPart === undefined;
  return isPlain && discount?.days != null && part?.due.by === 'days'
    ? `${discount.percent}/${discount.days} net ${part.due.days}`
    : text;
}
