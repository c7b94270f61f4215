import { dayOrderIn } from './dates.ts';
import type { DayOrder } from './dates.ts';
import { doubtfulMark, undoubtedMark } from './numbers.ts';
import type { DecimalMark } from './numbers.ts';

/** How the numbers and dates of one file are written. */
export type FileNotation = {
  readonly mark: DecimalMark;
  readonly dayOrder: DayOrder;
  /** What was guessed, as sentences that say how to decide otherwise. */
  readonly guesses: readonly string[];
};

/** What whoever imports has decided. */
export type ChosenNotation = { readonly mark?: DecimalMark; readonly dayOrder?: DayOrder };

/** What there is to tell how a file is written. */
export type NotationEvidence = {
  readonly delimiter: string;
  /** Whether the header is in a language that writes decimals with a comma and days first; null when it is in none that is known. */
  readonly isContinental: boolean | null;
  /** Cells of columns of money, which has no three decimals. */
  readonly money: readonly string[];
  /** Every cell that may be a number or a date; ids are none. */
  readonly cells: readonly string[];
};

/** A clue for one of two readings: how much it weighs, and how to name it. */
type Clue<Reading> = { readonly reading: Reading; readonly weight: number; readonly because: string };

const enough = 100;

/** How a file writes numbers and dates, by all that tells: what leaves no doubt first, then everything around it. */
export function fileNotationOf(evidence: NotationEvidence, chosen: ChosenNotation): FileNotation {
  const mark = markOf(evidence, chosen.mark);
  const dayOrder = dayOrderOf(evidence, mark.isSure ? mark.value : null, chosen.dayOrder);
  return {
    mark: mark.value,
    dayOrder: dayOrder.value,
    guesses: [mark.guess, dayOrder.guess].flatMap((guess) => (guess === null ? [] : [guess])),
  };
}

type Decided<Reading> = { readonly value: Reading; readonly isSure: boolean; readonly guess: string | null };

function markOf(
  { delimiter, isContinental, money, cells }: NotationEvidence,
  chosen: DecimalMark | undefined,
): Decided<DecimalMark> {
  if (chosen !== undefined) return { value: chosen, isSure: true, guess: null };
  const sure = cells.flatMap((cell) => undoubtedMark(cell) ?? []);
  const commas = sure.filter((mark) => mark === ',').length;
  if (sure.length > 0 && commas !== sure.length - commas)
    return {
      value: commas * 2 > sure.length ? ',' : '.',
      isSure: true,
      guess:
        commas === 0 || commas === sure.length
          ? null
          : `Some numbers have decimals after a comma, others after a point: they are read as most are, with a ${commas * 2 > sure.length ? 'comma' : 'point'}. --decimal ${commas * 2 > sure.length ? 'point' : 'comma'} reads them the other way.`,
    };
  const example = cells.find((cell) => doubtfulMark(cell) !== null);
  const inMoney = money.flatMap((cell) => doubtfulMark(cell) ?? []);
  const hasDottedDate = cells.some((cell) => dayOrderIn(cell) === 'day first' && cell.includes('.'));
  const clues: Clue<DecimalMark>[] = [
    ...inMoney.slice(0, enough).map((doubtful) => ({
      reading: doubtful === '.' ? (',' as const) : ('.' as const),
      weight: 1,
      because: 'amounts have no three decimals',
    })),
    ...(delimiter === ';' ? [{ reading: ',' as const, weight: 2, because: 'its cells are parted by semicolons' }] : []),
    ...(hasDottedDate ? [{ reading: ',' as const, weight: 2, because: 'its dates are written with points' }] : []),
    ...(isContinental === null
      ? []
      : [
          {
            reading: isContinental ? (',' as const) : ('.' as const),
            weight: 1,
            because: 'of the language of its header',
          },
        ]),
  ];
  const { value, because } = outcome(clues, '.');
  const sense = (mark: DecimalMark) => (doubtfulMark(example ?? '') === mark ? 'a decimal' : 'a thousands');
  return {
    value,
    isSure: false,
    guess:
      example === undefined
        ? null
        : `Numbers such as ${example.trim()} are read with ${sense(value)} mark${because === null ? ': nothing in the file tells otherwise' : `, as ${because}`}. --decimal ${value === ',' ? 'point' : 'comma'} reads them the other way.`,
  };
}

function dayOrderOf(
  { delimiter, isContinental, cells }: NotationEvidence,
  mark: DecimalMark | null,
  chosen: DayOrder | undefined,
): Decided<DayOrder> {
  if (chosen !== undefined) return { value: chosen, isSure: true, guess: null };
  const orders = cells.map((cell) => [cell, dayOrderIn(cell)] as const);
  const sure = orders.flatMap(([, order]) => order ?? []);
  const daysFirst = sure.filter((order) => order === 'day first').length;
  const example = orders.find(([, order]) => order === null)?.[0];
  if (sure.length > 0 && daysFirst !== sure.length - daysFirst) {
    const value = daysFirst * 2 > sure.length ? 'day first' : 'month first';
    return {
      value,
      isSure: true,
      guess:
        daysFirst === 0 || daysFirst === sure.length
          ? null
          : `Some dates have the day first, others the month: they are read as most are, ${value}. --dates ${value === 'day first' ? 'month-first' : 'day-first'} reads them the other way.`,
    };
  }
  const clues: Clue<DayOrder>[] = [
    ...(delimiter === ';'
      ? [{ reading: 'day first' as const, weight: 2, because: 'its cells are parted by semicolons' }]
      : []),
    ...(mark === ',' ? [{ reading: 'day first' as const, weight: 2, because: 'its decimals follow a comma' }] : []),
    ...(isContinental === true
      ? [{ reading: 'day first' as const, weight: 2, because: 'of the language of its header' }]
      : []),
    ...(cells.some((cell) => /\d:\d{2}(:\d{2})? ?[ap]\.?m/i.test(cell))
      ? [{ reading: 'month first' as const, weight: 2, because: 'its times are written with AM and PM' }]
      : []),
  ];
  const { value, because } = outcome(clues, 'month first');
  return {
    value,
    isSure: false,
    guess:
      example === undefined
        ? null
        : `Dates such as ${example.trim()} are read as ${value === 'day first' ? 'day/month' : 'month/day'}${because === null ? ': nothing in the file tells otherwise' : `, as ${because}`}. --dates ${value === 'day first' ? 'month-first' : 'day-first'} reads them the other way.`,
  };
}

function outcome<Reading>(
  clues: readonly Clue<Reading>[],
  otherwise: Reading,
): { readonly value: Reading; readonly because: string | null } {
  const weights = new Map<Reading, number>();
  for (const { reading, weight } of clues) weights.set(reading, (weights.get(reading) ?? 0) + weight);
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === second?.[1]) return { value: otherwise, because: null };
  const [value] = first;
  const heaviest = clues.filter(({ reading }) => reading === value).sort((a, b) => b.weight - a.weight)[0];
  return { value, because: heaviest?.because ?? null };
}
