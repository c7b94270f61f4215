import { termsInWords, termsOfOffer, trialAnswers } from '@deal-terms/core/offers';
import type { AnsweredTrial, OfferedTerms, TrialAnswer } from '@deal-terms/core/offers';
import { trialQuestionInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import type { LocalScore } from '../session/local-score.ts';
import type { RepAction } from './use-offers.ts';

type Trial = { readonly question: string; readonly terms: OfferedTerms };
type Said = AnsweredTrial['said'];

/** An answer to a trial question that is to be recorded, or corrected. */
export type TrialDraft = {
  readonly question: string;
  readonly choices: readonly Said[];
  /** What the form starts with. */
  readonly said: Said;
  /** Discount they were asked about, and what terms are traded on. */
  readonly discount: number;
  readonly amount: number;
  readonly actionFor: (said: Said, counterDiscount: number | null, note: string) => RepAction;
};

/** The trial question of a score with the terms it is about; null where there is none worth asking. */
export function trialOf(score: LocalScore, reader: Reader): Trial | null {
  if (score.kind !== 'scored' || score.result.trial === null || score.result.nextQuestion !== 'trial') return null;
  const { trial } = score.result;
  const { input } = score.resolved;
  return { question: trialQuestionInWords(trial, input, reader), terms: termsOfOffer(trial, input) };
}

/** What records the answer to a question. */
export function trialAction(
  { terms }: Trial,
  said: TrialAnswer,
  counterDiscount: number | null,
  note: string,
): RepAction {
  return { action: 'trial', terms, said, counterDiscount, note };
}

/** The form for the question of a score. */
export function trialDraft(trial: Trial, amount: number): TrialDraft {
  return {
    question: trial.question,
    choices: trialAnswers,
    said: 'more',
    discount: trial.terms.discount,
    amount,
    actionFor: (said, counterDiscount, note) =>
      trialAction(trial, said === 'not_asked' ? 'no' : said, counterDiscount, note),
  };
}

/** The form that corrects what was recorded last. */
export function correctionDraft(trial: AnsweredTrial, { locale }: Reader): TrialDraft {
  return {
    question: termsInWords(trial, { locale }),
    choices: [...trialAnswers, 'not_asked'],
    said: trial.said,
    discount: trial.terms.discount,
    amount: trial.appraisal.deal.amount,
    actionFor: (said, counterDiscount, note) => ({
      action: 'correct_trial',
      corrects: trial.revision,
      said,
      counterDiscount,
      note,
    }),
  };
}
