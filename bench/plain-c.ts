import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cashPositions, forecasts, relationships, termsImportances, urgencies } from '@deal-terms/core/scoring';
import type { ResolvedInput, ScoreResult } from '@deal-terms/core/scoring';

/** What the transcription in C says of the deals: its median time for one, and the numbers of each (see the head of `transcription.c`). */
export type PlainC = { readonly microseconds: number; readonly numbers: readonly (readonly number[])[] };

/** Compiles `transcription.c` and runs it on the deals; null without a C compiler. */
export function plainC(deals: readonly ResolvedInput[]): PlainC | null {
  const folder = mkdtempSync(join(tmpdir(), 'plain-c-'));
  try {
    const program = join(folder, 'transcription');
    const { error } = spawnSync('cc', ['-O3', '-std=c11', '-o', program, join('bench', 'transcription.c'), '-lm'], {
      stdio: ['ignore', 2, 2],
    });
    if (error !== undefined) return null;
    const { stdout } = spawnSync(program, {
      input: `${[deals.length, ...deals.map(lineOf)].join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const [first, ...rest] = stdout.trim().split('\n');
    return { microseconds: Number(first), numbers: rest.map((line) => line.split(' ').map(Number)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sayings: readonly string[] = ['yes', 'more', 'no'];

function lineOf({ deal: { amount, grossMargin, leadTimeDays, payments }, customer = {} }: ResolvedInput): string {
  const answers = customer.answers ?? [];
  const place = (bands: readonly string[], band: string | null | undefined) =>
    band == null ? -1 : bands.indexOf(band);
  const bands = [
    place(cashPositions, customer.cashPosition),
    place(termsImportances, customer.termsImportance),
    place(urgencies, customer.urgency),
    place(relationships, customer.relationship),
    place(forecasts, customer.forecast),
  ];
  return [
    amount,
    grossMargin,
    leadTimeDays,
    payments[0]?.days,
    ...bands,
    customer.neededInDays ?? 'nan',
    customer.daysBeyondTerms ?? 'nan',
    customer.stated?.costOfCash ?? 'nan',
    customer.stated?.lossPerDay ?? 'nan',
    answers.length,
    ...answers.flatMap(({ payments: asked, leadTimeDays: lead, forecast, discount, said }) => [
      asked[0]?.days,
      lead,
      forecast ? 1 : 0,
      discount,
      sayings.indexOf(said),
    ]),
  ].join(' ');
}

/** How far a result is from the transcription's at most, money as a fraction of the amount; infinite when it has other offers. */
export function distance(
  { negotiability, expectedGain, valueOfInformation, trial, offers }: ScoreResult,
  amount: number,
  numbers: readonly number[],
): number {
  const money = (value: number) => [value, amount] as const;
  const ours = [
    [negotiability, 100] as const,
    money(expectedGain),
    ...Object.values(valueOfInformation).map(money),
    [trial?.discount ?? Number.NaN, 1] as const,
    [trial?.chance ?? Number.NaN, 1] as const,
    money(trial?.value ?? Number.NaN),
    [offers.length, 1] as const,
    ...offers.flatMap((offer) => [
      [offer.discount, 1] as const,
      [offer.openingDiscount, 1] as const,
      [offer.acceptance, 1] as const,
      [offer.agreementProbability, 1] as const,
      money(offer.nashValue),
      money(offer.sellerGain),
      money(offer.sellerGainAtBankRate),
      [offer.breakEvenRate ?? Number.NaN, 1] as const,
    ]),
  ];
  return ours.length === numbers.length
    ? Math.max(
        ...ours.map(([value, unit], index) => {
          const theirs = numbers[index] ?? Number.NaN;
          return Number.isNaN(value) && Number.isNaN(theirs) ? 0 : Math.abs(value - theirs) / unit;
        }),
      )
    : Number.POSITIVE_INFINITY;
}
