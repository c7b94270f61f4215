import { planOf, readTerms } from '@deal-terms/core/terms';

/** `npm run --silent terms -- "30 days net"`: payment terms as a plan, or a sentence that says what to write instead, as one line of JSON. */
const read = readTerms(process.argv.slice(2).join(' '));
const answer = read.ok
  ? {
      ok: true,
      plan: planOf(read.terms, null),
      reading: read.reading,
      ...(read.note === null ? {} : { note: read.note }),
    }
  : read;
console.log(JSON.stringify(answer));
