import { cashDiscountRate } from '@deal-terms/core/scoring';

/** `npm run --silent rate -- "2/10 net 30"`: what a quoted cash discount costs a year, as one line of JSON. */
const parsed = cashDiscountRate(process.argv.slice(2).join(' '));
if (parsed.ok) {
  console.log(JSON.stringify(parsed.rate));
} else {
  console.error(`rate: ${parsed.message}`);
  process.exitCode = 1;
}
