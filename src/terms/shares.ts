import { saysWhen } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Refused } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { NumberToken } from './tokens.ts';

/** Drafts with the share of each, 0 to 1. */
export type Shared = {
  readonly parts: readonly { readonly share: number; readonly draft: Draft }[];
  readonly isRounded: boolean;
};

const tolerance = 1e-9;

/**
 * Says how much each payment is: as written, what is left for a balance, thirds where they are written as 33.33 %.
 *
 * @param drafts - without discounts
 * @param equalParts - how many parts of the same size were announced
 */
export function withShares(drafts: readonly Draft[], equalParts: number | null): Shared | Refused {
  if (equalParts !== null) return inEqualParts(drafts, equalParts);
  const [only] = drafts;
  if (only !== undefined && drafts.length === 1 && isWhole(only))
    return { parts: [{ share: 1, draft: only }], isRounded: false };
  if (
    only !== undefined &&
    drafts.length === 1 &&
    only.said.has('deposit') &&
    only.share === null &&
    only.joined === null
  )
    return refuse({ why: 'only deposit' });
  const written = drafts.map((draft) => writtenShare(draft, drafts));
  const strange = drafts.find(({ joined }) => joined !== null && !isFraction(joined));
  if (strange?.joined != null)
    return refuse({ why: 'no days', piece: strange.joined.map(({ digits }) => digits).join('/') });
  const nameless = written.filter((share) => share === null).length;
  const rests = drafts.filter((draft, place) => written[place] === null && draft.said.has('balance')).length;
  if (nameless > rests) return refuse({ why: 'no share', piece: '' });
  if (rests > 1) return refuse({ why: 'no balance' });
  const sum = written.reduce<number>((total, share) => total + (share ?? 0), 0);
  if (rests === 1) {
    if (drafts.length === 1) return refuse({ why: 'no balance' });
    const left = 1 - sum;
    if (left <= tolerance) return refuse({ why: 'wrong sum', percent: 100 * sum });
    return {
      parts: drafts.map((draft, place) => ({ share: written[place] ?? tidied(left), draft })),
      isRounded: false,
    };
  }
  const wrong = written.find((share) => share !== null && share <= 0);
  if (wrong !== undefined && wrong !== null) return refuse({ why: 'wrong share', percent: 100 * wrong });
  const shares = Math.abs(sum - 1) <= tolerance ? written : asThirds(drafts);
  if (shares === null) return refuse({ why: 'wrong sum', percent: 100 * sum });
  return {
    parts: drafts.map((draft, place) => ({ share: shares[place] ?? 0, draft })),
    isRounded: shares !== written,
  };
}

/** "1/3", and neither "30/60" nor "2/10/30". */
function isFraction([numerator, denominator, more]: readonly NumberToken[]): boolean {
  const isSmall = denominator !== undefined && Number.isInteger(denominator.value) && denominator.value <= 12;
  return isSmall && more === undefined && numerator !== undefined && numerator.value < denominator.value;
}

/** Everything at once. */
function isWhole({ share, joined, said }: Draft): boolean {
  return share === null && joined === null && !said.has('balance') && !said.has('deposit') && !said.has('discount');
}

function inEqualParts(drafts: readonly Draft[], count: number): Shared | Refused {
  if (drafts.length !== count || drafts.some((draft) => !isWhole(draft) || !saysWhen(draft)))
    return refuse({ why: 'no time', piece: '' });
  return { parts: drafts.map((draft) => ({ share: 1 / count, draft })), isRounded: false };
}

function writtenShare(draft: Draft, all: readonly Draft[]): number | null {
  if (draft.share !== null) return draft.share.value;
  const [numerator, denominator, more] = draft.joined ?? [];
  if (numerator !== undefined && denominator !== undefined && more === undefined)
    return numerator.value / denominator.value;
  if (draft.said.has('full')) return 1;
  return percentWithoutSign(draft, all);
}

/** "30 deposit, 70 balance": numbers that sum to 100 and have nothing else to be. */
function percentWithoutSign({ bare }: Draft, all: readonly Draft[]): number | null {
  if (bare === null || all.length < 2) return null;
  const isPlain = all.every((draft) => draft.bare !== null && draft.share === null && draft.joined === null);
  const sum = all.reduce((total, draft) => total + (draft.bare?.value ?? 0), 0);
  return isPlain && sum === 100 ? bare.value / 100 : null;
}

/** A third written as 33, 33.3 or 33.33 %, two as 66.67 %: meant exactly when they make a whole. */
function asThirds(drafts: readonly Draft[]): readonly number[] | null {
  const shares = drafts.map(({ share }) => {
    const percent = share?.percent;
    if (percent == null) return null;
    const decimals = percent.split('.')[1]?.length ?? 0;
    return [1, 2].find((thirds) => Math.abs((thirds * 100) / 3 - Number(percent)) < 10 ** -decimals) ?? null;
  });
  const thirds = shares.flatMap((share) => (share === null ? [] : [share]));
  return thirds.length === drafts.length && thirds.reduce((sum, share) => sum + share, 0) === 3
    ? thirds.map((share) => share / 3)
    : null;
}

/** 1 − 0.3 − 0.3 as one would write it. */
function tidied(share: number): number {
  return Number(share.toFixed(12));
}
