import { saysShare, saysWhen } from './draft.ts';
import type { Draft } from './draft.ts';

/** A price off for paying early, beside the terms. */
export type QuotedDiscount = {
  /** 0 to 1. */
  readonly share: number;
  /** Percent as written. */
  readonly percent: string;
  /** Days in which it can be taken; null when they are not said in days. */
  readonly days: number | null;
};

/** Nobody gives more than this for early payment; a larger share is a part of the amount. */
const largestDiscount = 0.1;
/** "2/10" is a discount, "1/3" is a third. */
const fewestDays = 5;

/**
 * Takes discounts for early payment out of the drafts.
 *
 * @returns the discounts, and what is left: the terms without them
 */
export function withoutDiscounts(drafts: readonly Draft[]): {
  readonly discounts: readonly QuotedDiscount[];
  readonly rest: readonly Draft[];
} {
  const hasTermsBeside = (draft: Draft) =>
    drafts.some((other) => other !== draft && saysWhen(other) && (!saysShare(other) || other.joined !== null));
  const discounts: QuotedDiscount[] = [];
  const rest: Draft[] = [];
  for (const draft of drafts) {
    const found = discountIn(draft, hasTermsBeside(draft));
    if (found === null) {
      rest.push(draft);
      continue;
    }
    discounts.push(found.discount);
    if (found.left !== null) rest.push(found.left);
  }
  return { discounts, rest };
}

function discountIn(
  draft: Draft,
  hasTermsBeside: boolean,
): { readonly discount: QuotedDiscount; readonly left: Draft | null } | null {
  if (draft.joined !== null) return joinedDiscount(draft, hasTermsBeside);
  const { share, days, bare, said } = draft;
  if (share?.percent == null || share.value > largestDiscount) return null;
  const isPlain = draft.anchor === null && draft.monthEnd === null && !said.has('deposit') && !said.has('balance');
  if (!said.has('discount') && !(hasTermsBeside && isPlain && (days !== null || bare !== null))) return null;
  const quoted = { share: share.value, percent: share.percent };
  // "30 days net, 2% discount": the days are those of the terms.
  if (!hasTermsBeside && saysWhen(draft) && (said.has('net') || bare !== null) && days !== null && bare === null)
    return { discount: { ...quoted, days: null }, left: withoutShare(draft) };
  const takenWithin = days?.days ?? bare?.value ?? (said.has('immediate') ? 0 : null);
  return {
    discount: { ...quoted, days: draft.monthEnd === null && !draft.isNextMonth ? takenWithin : null },
    left: null,
  };
}

/** "2/10" and "2% 10": when the full amount is due is not said. */
export function isDiscountAlone({ joined, share, bare, days }: Draft): boolean {
  const [percent, within, more] = joined ?? [];
  if (percent !== undefined && within !== undefined)
    return more === undefined && percent.value / 100 <= largestDiscount && within.value >= fewestDays;
  return share !== null && share.value <= largestDiscount && (bare !== null || days !== null);
}

/** "2/10 net 30". */
function joinedDiscount(
  draft: Draft,
  hasTermsBeside: boolean,
): { readonly discount: QuotedDiscount; readonly left: Draft | null } | null {
  const [percent, days, more] = draft.joined ?? [];
  if (percent === undefined || days === undefined || more !== undefined) return null;
  if (percent.value <= 0 || percent.value / 100 > largestDiscount || days.value < fewestDays) return null;
  const left = withoutShare(draft);
  // "2/10 EOM" is the discount until the tenth of the next month; it does not say when the rest of us pay.
  if (draft.monthEnd !== null && draft.days === null && !draft.said.has('net')) return null;
  if (!hasTermsBeside && !saysWhen(left)) return null;
  const discount = { share: Number(`${percent.digits}e-2`), percent: percent.digits, days: days.value };
  return { discount, left: saysWhen(left) ? left : null };
}

function withoutShare(draft: Draft): Draft {
  const said = new Set(draft.said);
  said.delete('discount');
  return { ...draft, share: null, joined: null, said };
}
