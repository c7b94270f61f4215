import { keptPromises } from '@deal-terms/core/offers';
import type { KeptPromises, Promised, PutForward } from '@deal-terms/core/offers';
import { money } from '@deal-terms/core/words';
import { priceAt } from '../../shared/price-words.ts';
import { concessionView } from '../../shared/offer-words.ts';
import { dateInWords } from '../../shared/reader.ts';
import { plain, putForwardLine, requestStep, onDay, speedLine } from './said.ts';
import type { Step } from './steps.ts';
import type { Said, StripBasis } from './strip-basis.ts';

/** What the strip says from the yes to the payment: what goes into the quote, what is due, and whether it was earned. */
export function agreedSaid(basis: StripBasis): Said {
  const { offer, outcome } = basis.negotiation;
  if (offer === null) return plain('Nothing is on record.', '');
  if (outcome === null) return acceptedSaid(basis, offer);
  const kept = keptPromises(offer, outcome, basis.today);
  return kept.state === 'open' ? dueSaid(basis, offer, kept) : resultSaid(basis, offer, kept);
}

function acceptedSaid(basis: StripBasis, offer: PutForward): Said {
  const { state, amountNow, expedite } = basis;
  const since = state.since === null ? '' : ` ${onDay(state.since, basis)}`;
  const speed = speedLine(basis, offer);
  const isPriceSet = Math.abs((amountNow ?? 0) - offer.appraisal.deal.amount * (1 - offer.terms.discount)) < 0.01;
  const canAsk = speed !== null && (expedite.status === 'none' || expedite.status === 'expired');
  const toQuote: readonly Step[] = ['copy_terms', ...(isPriceSet ? [] : (['set_amount'] as const))];
  const speedStep: readonly Step[] = canAsk ? ['request_shipment'] : requestStep(basis);
  const steps: readonly Step[] =
    state.kind === 'result_due'
      ? ['record_result', ...toQuote, ...speedStep]
      : [...toQuote, ...speedStep, 'record_result'];
  return {
    headline: `They accepted${since}: put it in the quote.`,
    details: [
      putForwardLine(basis, offer),
      isPriceSet ? 'The amount is the agreed price.' : '',
      speed ?? 'Record delivery and payment as they happen.',
    ],
    steps: [
      ...steps,
      ...(isPriceSet && offer.terms.discount !== 0 ? (['list_amount'] as const) : []),
      'correct_answer',
    ],
  };
}

function dueSaid(basis: StripBasis, offer: PutForward, { promises }: KeptPromises): Said {
  const of = (what: Promised['what']) => promises.find((promise) => promise.what === what);
  const [delivery, payment] = [of('delivery'), of('payment')];
  return {
    headline: [
      delivery && doneOrDue(delivery, 'Delivered', 'Delivery', basis),
      payment && doneOrDue(payment, 'Paid', 'Payment', basis),
    ]
      .filter((words) => words !== undefined)
      .join(' '),
    details: [
      putForwardLine(basis, offer),
      of('forecasts')?.state === 'open' ? 'Did they send their forecasts?' : '',
      'Record what happened since.',
    ],
    steps: ['record_result', 'copy_terms'],
  };
}

/** "Delivered 3 Nov." or "Payment due by 3 Dec." */
function doneOrDue(
  { doneOn, dueOn }: Promised,
  done: string,
  due: string,
  { reader: { locale } }: StripBasis,
): string | undefined {
  if (doneOn !== null) return `${done} ${dateInWords(doneOn, locale)}.`;
  return dueOn === null ? undefined : `${due} due by ${dateInWords(dueOn, locale)}.`;
}

function resultSaid(basis: StripBasis, offer: PutForward, { state, lost, realisedGain }: KeptPromises): Said {
  const { appraisal, terms } = offer;
  const inMoney = { ...basis.reader, currency: appraisal.currency };
  const gain =
    realisedGain === null
      ? ''
      : `${realisedGain < 0 ? 'We lost' : 'We gained'} ${money(Math.abs(realisedGain), inMoney)}, expected ${money(appraisal.sellerGain, inMoney)}.`;
  // Earned or not, the trade is over: what is left is a slip to correct.
  const over = { steps: ['correct_result', 'copy_terms'], buttons: 0 } as const;
  return state === 'earned'
    ? {
        headline: `${priceAt(appraisal.deal.amount, terms.discount, inMoney)} paid as agreed: the trade was earned.`,
        details: [putForwardLine(basis, offer), gain],
        ...over,
      }
    : {
        headline: `Not earned: we gave ${money(lost, inMoney)} and did not get what was agreed.`,
        details: [putForwardLine(basis, offer), gain],
        tone: concessionView(state).tone,
        ...over,
      };
}
