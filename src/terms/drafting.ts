import { emptyDraft, isEmpty, merged, saysShare, saysWhen } from './draft.ts';
import type { Draft, Said, WrittenDays } from './draft.ts';
import type { Refused } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { NumberToken, Token } from './tokens.ts';
import type { Meaning } from './vocabulary/vocabulary.ts';

/** Payments as far as the text says something of each. */
export type Drafts = {
  readonly drafts: readonly Draft[];
  readonly hasOr: boolean;
  /** "In thirds": how many equal parts there are. */
  readonly equalParts: number | null;
};

const unitDays: Readonly<Partial<Record<Meaning, WrittenDays['unit']>>> = {
  day: 'day',
  dayLetter: 'day',
  workingDay: 'workingDay',
  week: 'week',
  month: 'month',
};
const daysOfUnit = { none: 1, day: 1, workingDay: 1.4, week: 7, month: 30 } as const;
const justSaid: readonly Meaning[] = [
  'net',
  'prepaid',
  'advance',
  'immediate',
  'beforeDelivery',
  'cash',
  'deposit',
  'balance',
  'full',
  'discount',
  'letterOfCredit',
] satisfies readonly Said[];
/** Terms of English bookkeeping such as "net 10 EOM" mean the tenth of the next month; days that short are never counted to a month's end. */
const longestDayOfNextMonth = 15;
const singleArticles = new Set(['a', 'an', 'one', 'ein', 'einem', 'un', 'une', 'een', 'una', 'uno']);

type Walk = {
  readonly tokens: readonly Token[];
  place: number;
  readonly drafts: Draft[];
  hasOr: boolean;
  equalParts: number | null;
};

/**
 * Gathers what the tokens say of each payment. People put share, day and event in any order, in every language differently, so this is no
 * grammar of phrases: each token adds to the payment at hand, and one that would contradict it begins the next.
 */
export function draftsOf(tokens: readonly Token[]): Drafts | Refused {
  const walk: Walk = { tokens, place: 0, drafts: [emptyDraft()], hasOr: false, equalParts: null };
  while (walk.place < tokens.length) {
    const token = tokens[walk.place] as Token;
    const fault =
      token.kind === 'number'
        ? onNumber(walk, token)
        : token.kind === 'mark'
          ? onMark(walk, token.mark)
          : token.kind === 'sense'
            ? onSense(walk, token)
            : refuse({ why: 'strange', piece: token.text });
    if (fault !== null) return fault;
    walk.place += 1;
  }
  const drafts = walk.equalParts === null ? joinedUp(walk.drafts) : walk.drafts.filter((draft) => !isEmpty(draft));
  return { drafts, hasOr: walk.hasOr, equalParts: walk.equalParts };
}

function current({ drafts }: Walk): Draft {
  return drafts[drafts.length - 1] as Draft;
}

function begin(walk: Walk): Draft {
  const last = current(walk);
  if (isEmpty(last)) return last;
  const next = emptyDraft();
  walk.drafts.push(next);
  return next;
}

/** The payment at hand, or a new one when something is said of it already. */
function at(walk: Walk, isTaken: (draft: Draft) => boolean): Draft {
  return isTaken(current(walk)) ? begin(walk) : current(walk);
}

function meaningAt({ tokens }: Walk, place: number): Meaning | null {
  const token = tokens[place];
  return token?.kind === 'sense' && token.sense.kind === 'meaning' ? token.sense.meaning : null;
}

function markAt({ tokens }: Walk, place: number): string | null {
  const token = tokens[place];
  return token?.kind === 'mark' ? token.mark : null;
}

/** What comes next that is more than a filler. */
function nextMeaning(walk: Walk): Meaning | null {
  let place = walk.place + 1;
  while (meaningAt(walk, place) === 'filler') place += 1;
  return meaningAt(walk, place);
}

function isPercent(walk: Walk, place: number): boolean {
  return markAt(walk, place) === 'percent' || meaningAt(walk, place) === 'percent';
}

function onNumber(walk: Walk, token: NumberToken): Refused | null {
  const { place } = walk;
  const next = walk.tokens[place + 1];
  if (isPercent(walk, place + 1)) {
    walk.place += 1;
    return setShare(walk, Number(`${token.digits}e-2`), token.digits);
  }
  const joint = markAt(walk, place + 1);
  const isJoined =
    walk.tokens[place]?.kind === 'number' &&
    (joint === 'slash' || joint === 'dash') &&
    walk.tokens[place + 2]?.kind === 'number';
  if (isJoined && !isPercent(walk, place + 3)) return onJoined(walk);
  if (next?.kind === 'sense' && next.sense.kind === 'share') {
    walk.place += 1;
    return setShare(walk, (token.value * next.sense.numerator) / next.sense.denominator, null);
  }
  // "Thirty (30) days".
  if (next?.kind === 'number' && next.value === token.value) return null;
  const unit = unitDays[meaningAt(walk, place + 1) ?? 'filler'];
  const before = meaningAt(walk, place - 1);
  const isAfterNet =
    before === 'net' ||
    before === 'within' ||
    (before === null && meaningAt(walk, place - 2) === 'net' && markAt(walk, place - 1) === 'slash');
  if (unit !== undefined) {
    walk.place += 1;
    return setDays(walk, token, unit);
  }
  const isBeforeNet =
    meaningAt(walk, place + 1) === 'net' &&
    walk.tokens[place + 2]?.kind !== 'number' &&
    markAt(walk, place + 2) !== 'slash';
  if (isAfterNet || isBeforeNet) return setDays(walk, token, 'none');
  const draft = at(walk, ({ bare }) => bare !== null);
  if ((draft.monthEnd !== null || draft.isNextMonth) && draft.daysAfterMonthEnd === null)
    draft.daysAfterMonthEnd = token.value;
  else draft.bare = token;
  return null;
}

/** Numbers joined by slashes or dashes; a unit makes them days. */
function onJoined(walk: Walk): Refused | null {
  const numbers: NumberToken[] = [];
  let { place } = walk;
  for (;;) {
    const token = walk.tokens[place];
    if (token?.kind !== 'number' || isPercent(walk, place + 1)) break;
    numbers.push(token);
    place += 1;
    const mark = markAt(walk, place);
    if (mark !== 'slash' && mark !== 'dash') break;
    place += 1;
  }
  const isDays = unitDays[meaningAt(walk, place) ?? 'filler'] !== undefined;
  walk.place = isDays ? place : place - 1;
  if (isDays && meaningAt(walk, place) !== 'day' && meaningAt(walk, place) !== 'dayLetter')
    return refuse({ why: 'no words' });
  if (isDays) {
    const draft = at(walk, (one) => saysWhen(one) || one.joined !== null);
    draft.dayList = numbers.map(({ value }) => value);
    return null;
  }
  at(
    walk,
    (draft) => draft.joined !== null || draft.share !== null || (draft.days !== null && saysShare(draft)),
  ).joined = numbers;
  return null;
}

function setShare(walk: Walk, value: number, percent: string | null): Refused | null {
  at(walk, (draft) => draft.share !== null || draft.joined !== null).share = { value, percent };
  return null;
}

function setDays(walk: Walk, token: NumberToken, unit: WrittenDays['unit']): Refused | null {
  const value = token.isGrouped ? Number(token.digits.replace('.', '')) : token.value;
  const days = unit === 'workingDay' ? Math.round(value * daysOfUnit.workingDay) : value * daysOfUnit[unit];
  const open = current(walk);
  if (open.monthEnd !== null && open.daysAfterMonthEnd === null && markAt(walk, walk.place - 2) !== 'separator') {
    open.daysAfterMonthEnd = days;
    return null;
  }
  at(walk, (draft) => draft.days !== null || draft.bare !== null || draft.dayList !== null).days = { days, unit };
  return null;
}

function onMark(walk: Walk, mark: string): Refused | null {
  switch (mark) {
    case 'minus': {
      const number = walk.tokens[walk.place + 1];
      const size = number?.kind === 'number' ? number.value : 0;
      return refuse(
        isPercent(walk, walk.place + 2) ? { why: 'wrong share', percent: -size } : { why: 'negative', days: size },
      );
    }
    case 'percent':
      return refuse({ why: 'strange', piece: '%' });
    case 'plus':
      return onPlus(walk);
    case 'slash':
      if (meaningAt(walk, walk.place - 1) === 'net') return null;
      begin(walk);
      return null;
    default:
      begin(walk);
      return null;
  }
}

/** "End of month + 10 days" and "delivery + 30" add days; between two payments it separates them. */
function onPlus(walk: Walk): Refused | null {
  const number = walk.tokens[walk.place + 1];
  const draft = current(walk);
  const isShare = isPercent(walk, walk.place + 2) || markAt(walk, walk.place + 2) === 'slash';
  const takesDays =
    (draft.monthEnd !== null && draft.daysAfterMonthEnd === null) || (draft.anchor !== null && draft.days === null);
  if (number?.kind !== 'number' || isShare || !takesDays) {
    begin(walk);
    return null;
  }
  const unit = unitDays[meaningAt(walk, walk.place + 2) ?? 'filler'];
  walk.place += unit === undefined ? 1 : 2;
  const days = number.value * daysOfUnit[unit ?? 'none'];
  if (draft.monthEnd === null) draft.days = { days, unit: unit ?? 'none' };
  else draft.daysAfterMonthEnd = days;
  return null;
}

function onSense(walk: Walk, { sense, text }: Extract<Token, { kind: 'sense' }>): Refused | null {
  switch (sense.kind) {
    case 'share':
      return setShare(walk, sense.numerator / sense.denominator, null);
    case 'number':
      return onNumber(walk, {
        kind: 'number',
        value: sense.value,
        digits: String(sense.value),
        isOrdinal: false,
        isGrouped: false,
      });
    case 'equal parts':
      walk.equalParts = sense.count;
      return null;
    case 'meaning':
      return onMeaning(walk, sense.meaning, text);
  }
}

function onMeaning(walk: Walk, meaning: Meaning, text: string): Refused | null {
  if ((justSaid as readonly string[]).includes(meaning)) return onSaid(walk, meaning as Said);
  switch (meaning) {
    case 'order':
      return onAnchor(walk, 'order');
    case 'invoice':
      return walk.tokens.length === 1 ? refuse({ why: 'no days', piece: '' }) : onAnchor(walk, 'delivery');
    case 'delivery':
    case 'shipment':
      return saysLeadTime(walk) ?? onAnchor(walk, 'delivery');
    case 'completion':
    case 'sight':
      onAnchor(walk, 'delivery');
      current(walk).said.add(meaning);
      return null;
    case 'before':
    case 'after':
      return onDirection(walk, meaning);
    case 'monthEnd':
    case 'nextMonthEnd':
      return onMonthEnd(walk, meaning === 'monthEnd' ? 'this' : 'next', text);
    case 'nextMonth':
      return onNextMonth(walk);
    case 'plus':
      return onPlus(walk);
    case 'or':
      walk.hasOr = true;
      begin(walk);
      return null;
    case 'and':
      begin(walk);
      return null;
    case 'dayLetter':
      return text === 'd' ? null : refuse({ why: 'strange', piece: text });
    case 'week':
    case 'month':
      return onSingleUnit(walk, meaning, text);
    case 'day':
      // "Día 10".
      return walk.tokens[walk.place + 1]?.kind === 'number' ? null : refuse({ why: 'strange', piece: text });
    case 'filler':
      // "Within 30 days of the end of the month".
      if (text === 'of' && nextMeaning(walk) === 'monthEnd' && current(walk).days !== null)
        current(walk).isAfterMonthEnd = true;
      return null;
    case 'workingDay':
    case 'percent':
      return refuse({ why: 'strange', piece: text });
    default:
      return null;
  }
}

/** "A month". */
function onSingleUnit(walk: Walk, unit: 'week' | 'month', text: string): Refused | null {
  const before = walk.tokens[walk.place - 1];
  if (before?.kind !== 'sense' || !singleArticles.has(before.text)) return refuse({ why: 'strange', piece: text });
  return setDays(walk, { kind: 'number', value: 1, digits: '1', isOrdinal: false, isGrouped: false }, unit);
}

function onSaid(walk: Walk, said: Said): Refused | null {
  const isRole = said === 'balance' || said === 'deposit';
  const isSecondRole = (draft: Draft) =>
    isRole &&
    (draft.said.has('balance') ||
      draft.said.has('deposit') ||
      ((draft.share !== null || draft.joined !== null) && saysWhen(draft) && said === 'balance'));
  const isTaken = (draft: Draft) => isSecondRole(draft) || (said === 'full' && draft.said.has('full'));
  at(walk, isTaken).said.add(said);
  return null;
}

function onAnchor(walk: Walk, anchor: 'order' | 'delivery'): Refused | null {
  at(walk, (draft) => draft.anchor !== null && draft.anchor !== anchor).anchor = anchor;
  return null;
}

/** "Delivery in 30 days" is when we deliver, and not when we are paid. */
function saysLeadTime(walk: Walk): Refused | null {
  const before = walk.tokens[walk.place - 1];
  let next = walk.place + 1;
  while (meaningAt(walk, next) === 'within' || meaningAt(walk, next) === 'filler') next += 1;
  const days = walk.tokens[next];
  if (before !== undefined && before.kind !== 'mark') return null;
  if (days?.kind !== 'number' || isPercent(walk, next + 1)) return null;
  return refuse({
    why: 'two readings',
    first: 'payment so many days after delivery',
    second: 'the time until delivery',
  });
}

function onDirection(walk: Walk, direction: 'before' | 'after'): Refused | null {
  const next = nextMeaning(walk);
  // "Delivery after payment" says when we deliver, and not when we are paid.
  if (next === 'payment') return refuse({ why: 'no words' });
  if (direction === 'after' && (next === 'monthEnd' || next === 'nextMonthEnd')) {
    current(walk).isAfterMonthEnd = true;
    return null;
  }
  const draft = at(walk, ({ direction: had }) => had !== null && had !== direction);
  draft.direction = direction;
  return null;
}

function onMonthEnd(walk: Walk, which: 'this' | 'next', text: string): Refused | null {
  const draft = at(walk, ({ monthEnd }) => monthEnd !== null);
  // "30 days end of next month" is the end of one month to some and of two to others.
  if (which === 'next' && draft.days !== null && !draft.isAfterMonthEnd) return refuse({ why: 'no words' });
  draft.monthEnd = which;
  if (draft.bare !== null && draft.days === null) {
    if (draft.bare.isOrdinal) draft.daysAfterMonthEnd = draft.bare.value;
    else draft.days = { days: draft.bare.value, unit: 'none' };
    draft.bare = null;
  }
  const isDayOfNextMonth = text === 'eom' && draft.days?.unit === 'none' && draft.days.days <= longestDayOfNextMonth;
  if (draft.days !== null && (draft.isAfterMonthEnd || isDayOfNextMonth)) {
    draft.daysAfterMonthEnd = draft.days.days;
    draft.days = null;
  }
  return null;
}

function onNextMonth(walk: Walk): Refused | null {
  const draft = current(walk);
  draft.isNextMonth = true;
  if (draft.daysAfterMonthEnd !== null) return null;
  if (draft.bare !== null) {
    draft.daysAfterMonthEnd = draft.bare.value;
    draft.bare = null;
  } else if (draft.days?.unit === 'none' && draft.monthEnd === null) {
    draft.daysAfterMonthEnd = draft.days.days;
    draft.days = null;
  }
  return null;
}

/** Puts together what commas and words of joining have taken apart: "30 days, net" and "50% deposit, on order". */
function joinedUp(drafts: readonly Draft[]): readonly Draft[] {
  const whole: Draft[] = [];
  for (const draft of drafts) {
    if (isEmpty(draft)) continue;
    const last = whole[whole.length - 1];
    const belongs = last !== undefined && belongsTo(last, draft) ? merged(last, draft) : null;
    if (belongs === null) whole.push(draft);
    else whole[whole.length - 1] = belongs;
  }
  return whole;
}

function belongsTo(first: Draft, second: Draft): boolean {
  if (saysShare(second))
    return (
      !saysShare(first) &&
      saysWhen(first) &&
      !saysWhen(second) &&
      !second.said.has('discount') &&
      second.joined === null
    );
  if (saysShare(first)) return !saysWhen(first) || !saysWhen(second);
  if (first.bare !== null || second.bare !== null) return false;
  return !(saysWhen(first) && saysWhen(second)) || (first.days === null) !== (second.days === null);
}
