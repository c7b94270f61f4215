import { isObject, overlaid } from './merge-policy.ts';

/** Where the defaults of the first model differ from today's: policies stored under it say only what was set differently from these. */
const defaultsOfVersion1 = {
  borrowingRate: 0.14,
  discount: { marginFloor: 0.1 },
  paymentOptions: [
    { id: 'advance_30', payments: [{ share: 1, anchor: 'delivery', days: -30 }] },
    { id: 'on_delivery', payments: [{ share: 1, anchor: 'delivery', days: 0 }] },
    {
      id: 'deposit_50',
      payments: [
        { share: 0.5, anchor: 'order', days: 0 },
        { share: 0.5, anchor: 'delivery', days: 30 },
      ],
    },
    { id: 'net_14', payments: [{ share: 1, anchor: 'delivery', days: 14 }] },
    { id: 'net_30', payments: [{ share: 1, anchor: 'delivery', days: 30 }] },
    { id: 'net_60', payments: [{ share: 1, anchor: 'delivery', days: 60 }] },
  ],
};

/**
 * A partial policy of the first model as one of today's: expanded over the defaults it was stored against; the margin floor as
 * the part of a usual deal's margin that it kept; weights on money lost by shorter terms dropped, since importance is a price of
 * credit now. All else carries over.
 *
 * @param stored - as the ledger holds it; whatever it is, `mergePolicy` judges the result
 * @param usualGrossMargin - what the app assumes of a deal that does not say, fraction
 */
export function fromVersion1(stored: unknown, usualGrossMargin: number): unknown {
  if (!isObject(stored)) return stored;
  const whole = overlaid(defaultsOfVersion1, stored);
  if (!isObject(whole)) return whole;
  return { ...whole, discount: withKeptMargin(whole['discount'], usualGrossMargin), ...withoutWeights(whole) };
}

function withKeptMargin(discount: unknown, usualGrossMargin: number): unknown {
  // What is no number is left where it is, to be refused by name.
  if (!isObject(discount) || typeof discount['marginFloor'] !== 'number') return discount;
  const { marginFloor, ...rest } = discount;
  return { ...rest, keepOfMargin: Math.min(1, marginFloor / usualGrossMargin) };
}

function withoutWeights({ beliefs }: Readonly<Record<string, unknown>>): { beliefs?: unknown } {
  if (!isObject(beliefs)) return beliefs === undefined ? {} : { beliefs };
  return { beliefs: Object.fromEntries(Object.entries(beliefs).filter(([field]) => field !== 'termsImportance')) };
}
