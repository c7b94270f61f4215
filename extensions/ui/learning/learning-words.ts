import type { PolicyProposal } from '@deal-terms/core/crm';
import type { ProposedChange, RealisedGain } from '@deal-terms/core/learning';
import { LEAST_ANSWERS } from '@deal-terms/core/learning';
import type { Calibration } from '@deal-terms/core/learning';
import { fields } from '@deal-terms/core/scoring';
import type { Field } from '@deal-terms/core/scoring';
import { count, money, numberFormat, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { fieldView } from '../shared/field-view.ts';

/** How far chances told can be trusted, as a sentence. */
export function calibrationInWords(measure: Calibration, reader: Reader): string {
  if (measure.kind === 'too_few') return tooFew(measure.answers, reader);
  const { answers, silent, predicted, observed, interval, brier } = measure;
  const better =
    brier.skill === null
      ? 'every answer was the same, so there is nothing to tell apart'
      : brier.skill > 0
        ? `that is ${percent(brier.skill, reader)} better than always saying the share of yes`
        : 'that is no better than always saying the share of yes';
  const silence =
    silent === 0 ? '' : ` ${count(silent, reader)} gave no answer and ${silent === 1 ? 'counts' : 'count'} as no.`;
  return `Of ${count(answers, reader)} answers ${percent(observed, reader)} were a yes (between ${percent(interval.low, reader)} and ${percent(interval.high, reader)} in the long run); the app had predicted ${percent(predicted, reader)}.${silence} Brier score ${score(brier.score, reader)}, against ${score(brier.baseRateScore, reader)} of the base rate: ${better}.`;
}

/** Why nothing is said yet. */
export function tooFew(answers: number, reader: Reader): string {
  return `At least ${LEAST_ANSWERS} answers are needed (${count(answers, reader)} so far).`;
}

function score(value: number, { locale }: Reader): string {
  return numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);
}

/** What agreed trades brought, as a sentence. */
export function realisedInWords(
  { deals, open, predicted, realised, ratio, standardError }: RealisedGain,
  reader: Reader,
): string {
  const waiting =
    open === 0
      ? ''
      : ` ${count(open, reader)} agreed ${open === 1 ? 'deal is' : 'deals are'} not delivered and paid yet.`;
  if (deals === 0) return `No agreed deal is delivered and paid yet.${waiting}`;
  const share =
    ratio === null
      ? ''
      : `, ${percent(ratio, reader)}${standardError === null ? '' : ` (± ${percent(standardError, reader)})`} of what we expected`;
  return `${count(deals, reader)} ${deals === 1 ? 'deal' : 'deals'} brought ${money(realised, reader)} of the ${money(predicted, reader)} expected${share}.${waiting}`;
}

/** A measure of some offers, a row of a table. */
export type MeasureLine = {
  readonly name: string;
  readonly answers: string;
  readonly predicted: string;
  readonly observed: string;
  readonly brier: string;
  readonly gain: string;
};

/** A row for an owner or a band. */
export function measureLine(name: string, measure: Calibration, gain: RealisedGain, reader: Reader): MeasureLine {
  const realised = gain.deals === 0 ? '–' : `${money(gain.realised, reader)} of ${money(gain.predicted, reader)}`;
  if (measure.kind === 'too_few')
    return {
      name,
      answers: `${count(measure.answers, reader)}, too few`,
      predicted: '–',
      observed: '–',
      brier: '–',
      gain: realised,
    };
  return {
    name,
    answers: count(measure.answers, reader),
    predicted: percent(measure.predicted, reader),
    observed: percent(measure.observed, reader),
    brier: `${score(measure.brier.score, reader)} (base rate ${score(measure.brier.baseRateScore, reader)})`,
    gain: realised,
  };
}

/** A figure stands alone, a belief is a range of three. */
function valueOf(figures: readonly number[]): number | [number, number, number] {
  const [first = 0, second, third] = figures;
  return second === undefined || third === undefined ? first : [first, second, third];
}

const beliefNames: Record<Field, string> = {
  cashPosition: 'Customer’s cost of cash a year',
  termsImportance: 'Weight on money lost',
  urgency: 'Loss for each day late, of the amount',
};

/** What a setting is called: as the settings page has it, in fewer words. */
function settingLabel(setting: ProposedChange['setting']): string {
  const [kind = '', field = '', band = ''] = setting.split('.');
  const known = fields.find((one) => one === field);
  if (known === undefined) return 'How much of a decision is not in the model, of the amount';
  const { label, options } = fieldView(known);
  const option = options.find(({ value }) => value === band)?.label ?? band;
  return kind === 'priors' ? `How common: ${label}, ${option}` : `${beliefNames[known]}: ${option}`;
}

/** Weights are plain numbers, everything else is a fraction. */
function figuresInWords(setting: ProposedChange['setting'], figures: readonly number[], { locale }: Reader): string {
  const format = numberFormat(
    locale,
    setting.startsWith('beliefs.termsImportance')
      ? { maximumFractionDigits: 3 }
      : { style: 'percent', maximumFractionDigits: 3 },
  );
  return figures.map((figure) => format.format(figure)).join(' – ');
}

/** A proposed change as a row of a table. */
export function changeLine(
  { setting, current, proposed, answers }: ProposedChange,
  reader: Reader,
): { readonly setting: string; readonly now: string; readonly proposed: string; readonly answers: string } {
  return {
    setting: settingLabel(setting),
    now: figuresInWords(setting, current, reader),
    proposed: figuresInWords(setting, proposed, reader),
    answers: count(answers, reader),
  };
}

/** Changes as the settings page takes them. */
export function proposalOf(changes: readonly ProposedChange[], answers: number): PolicyProposal {
  return {
    settings: Object.fromEntries(changes.map(({ setting, proposed }) => [`model.${setting}`, valueOf(proposed)])),
    answers,
  };
}
