import type { Draft } from './draft.ts';
import { emptyDraft, saysShare, saysWhen } from './draft.ts';
import type { QuotedDiscount } from './discounts.ts';
import { isDiscountAlone, withoutDiscounts } from './discounts.ts';
import { draftsOf } from './drafting.ts';
import { dueOf, isTimeless } from './dues.ts';
import type { Decisions } from './notes.ts';
import { noteOf } from './notes.ts';
import { longestDays } from './payment-terms.ts';
import type { PaymentTerms, TermsPart } from './payment-terms.ts';
import { spanOfDays } from './month-end.ts';
import { readingOf } from './reading.ts';
import type { Refusal, Refused } from './refusal.ts';
import { isRefused, refuse } from './refusal.ts';
import { refusalInWords } from './refusal-words.ts';
import { withShares } from './shares.ts';
import { formatTerms, parseNotation } from './terms-notation.ts';
import type { NumberToken, Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** Payment terms as read. */
export type ReadTerms = {
  readonly ok: true;
  readonly terms: PaymentTerms;
  /** Short notation, in which they are stored. */
  readonly notation: string;
  /** As one would say them, in English. */
  readonly reading: string;
  /** What was taken for granted or left out; null when nothing was. */
  readonly note: string | null;
  /** Discounts for early payment beside the terms. */
  readonly discounts: readonly QuotedDiscount[];
};
export type UnreadTerms = { readonly ok: false; readonly message: string };

/** No company writes its terms longer. */
const longestText = 300;

type Understood = { readonly terms: PaymentTerms; readonly decisions: Decisions };

/**
 * Reads payment terms as companies write them, in English, German, French, Spanish, Italian or Dutch, or in the short notation.
 *
 * @param text - as typed or exported
 * @returns the terms, or a sentence for whoever typed them that says what to enter instead
 */
export function readTerms(text: string): ReadTerms | UnreadTerms {
  const written = parseNotation(text.toLowerCase().replace(/\s+/g, ' ').trim());
  if (written !== null) {
    const fault = boundsFault(written);
    return fault === null
      ? readAs({ terms: written, decisions: nothingDecided })
      : unread(fault, tokensOf(text.slice(0, longestText)));
  }
  if (text.length > longestText) return unread({ why: 'too long' }, []);
  const tokens = tokensOf(text);
  if (tokens.length === 0) return unread({ why: 'empty' }, tokens);
  const understood = understand(tokens);
  return isRefused(understood) ? unread(understood.refused, tokens) : readAs(understood);
}

const nothingDecided: Decisions = {
  drafts: [],
  discounts: [],
  isRounded: false,
  isOrderAndDelivery: false,
  isDayList: false,
};

function unread(refusal: Refusal, tokens: readonly Token[]): UnreadTerms {
  return { ok: false, message: refusalInWords(refusal, tokens) };
}

function readAs({ terms, decisions }: Understood): ReadTerms {
  return {
    ok: true,
    terms,
    notation: formatTerms(terms),
    reading: readingOf(terms),
    note: noteOf(terms, decisions),
    discounts: decisions.discounts,
  };
}

/** The short notation can write days that nobody agrees on. */
function boundsFault(terms: PaymentTerms): Refusal | null {
  for (const { share, due } of terms) {
    const [earliest, latest] = spanOfDays(due);
    if (due.by === 'days' && due.anchor === 'order' && due.days < 0) return { why: 'before order' };
    const furthest = Math.max(latest, -earliest);
    if (!(furthest <= longestDays)) return { why: 'too many days', days: furthest };
    if (!(share > 0)) return { why: 'wrong share', percent: 100 * share };
  }
  const sum = terms.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) <= 1e-9 ? null : { why: 'wrong sum', percent: 100 * sum };
}

function understand(tokens: readonly Token[]): Understood | Refused {
  const found = draftsOf(tokens);
  if (isRefused(found)) return found;
  const { discounts, rest } = withoutDiscounts(found.drafts);
  if (rest.length === 0) return refuse(discounts.length > 0 ? { why: 'no net days' } : { why: 'no words' });
  if (rest.length === 1 && rest.every(isDiscountAlone)) return refuse({ why: 'no net days' });
  if (found.hasOr && discounts.length === 0) return refuse({ why: 'two times', piece: '' });
  const list = dayListOf(rest);
  if (isRefused(list)) return list;
  const { drafts, isOrderAndDelivery } =
    list === null ? inAnnouncedParts(rest) : { drafts: list, isOrderAndDelivery: false };
  const shared = withShares(drafts, list === null ? found.equalParts : list.length);
  if (isRefused(shared)) return shared;
  const terms: TermsPart[] = [];
  for (const { share, draft } of shared.parts) {
    const due = dueOf(withoutShareNumbers(draft));
    if (isRefused(due)) return due;
    terms.push({ share, due });
  }
  const decisions = { drafts, discounts, isRounded: shared.isRounded, isOrderAndDelivery, isDayList: list !== null };
  return { terms, decisions };
}

/** A number that was taken for a percentage is no day. */
function withoutShareNumbers(draft: Draft): Draft {
  return draft.direction === null &&
    draft.days === null &&
    draft.monthEnd === null &&
    !draft.isNextMonth &&
    saysWhenWithoutNumber(draft)
    ? { ...draft, bare: null }
    : draft;
}

function saysWhenWithoutNumber(draft: Draft): boolean {
  const without = { ...draft, bare: null };
  return saysWhen(without) || !isTimeless(without);
}

/** "30/70" on its own is paid with the order and on delivery; "30/70 order/delivery" says so itself. */
function inAnnouncedParts(drafts: readonly Draft[]): {
  readonly drafts: readonly Draft[];
  readonly isOrderAndDelivery: boolean;
} {
  const announced = drafts.find(({ joined }) => joined !== null && joined.length > 1 && sumOf(joined) >= 100);
  const numbers = announced?.joined ?? [];
  const shares = numbers.map(({ digits }) => ({ value: Number(`${digits}e-2`), percent: digits }));
  const whens = drafts
    .map((draft) => (draft === announced ? { ...draft, joined: null } : draft))
    .filter((draft) => saysWhen(draft) || draft.said.size > 0);
  if (
    announced !== undefined &&
    whens.length === shares.length &&
    whens.every(({ share, joined }) => share === null && joined === null)
  )
    return {
      drafts: whens.map((draft, place) => ({ ...draft, share: shares[place] ?? null })),
      isOrderAndDelivery: false,
    };
  const parts =
    announced !== undefined && whens.length === 0 ? shares.map((share) => ({ ...emptyDraft(), share })) : drafts;
  const [first, second, more] = parts;
  const isTimeless = (draft: Draft) => draft.share !== null && draft.said.size === 0 && !saysWhen(draft);
  if (first === undefined || second === undefined || more !== undefined || !isTimeless(first) || !isTimeless(second))
    return { drafts: parts, isOrderAndDelivery: false };
  return {
    drafts: [
      { ...first, anchor: 'order' },
      { ...second, anchor: 'delivery' },
    ],
    isOrderAndDelivery: true,
  };
}

function sumOf(numbers: readonly NumberToken[]): number {
  return numbers.reduce((total, { value }) => total + value, 0);
}

/** "30/60/90 days" and "30, 60 and 90 days": equal parts on each; of two dates nobody knows whether both hold. */
function dayListOf(drafts: readonly Draft[]): readonly Draft[] | null | Refused {
  const last = drafts[drafts.length - 1];
  if (last === undefined || drafts.some(saysShare)) return null;
  const isBareOnly = ({ bare, days, anchor, monthEnd }: Draft) =>
    bare !== null && days === null && anchor === null && monthEnd === null;
  const before = drafts.slice(0, -1);
  const listed =
    drafts.length === 1 && last.dayList !== null
      ? last.dayList
      : drafts.length > 1 && last.days !== null && before.every(isBareOnly)
        ? [...before.map(({ bare }) => bare?.value ?? 0), last.days.days]
        : null;
  if (listed === null) return null;
  const [first = 0, second = 0] = listed;
  if (listed.length === 2)
    return refuse({
      why: 'two readings',
      first: `half after ${first} days and half after ${second} days (50% net ${first} + 50% net ${second})`,
      second: `all of it between ${first} and ${second} days`,
    });
  return listed.map((days) => ({ ...last, dayList: null, bare: null, days: { days, unit: 'day' } }));
}
