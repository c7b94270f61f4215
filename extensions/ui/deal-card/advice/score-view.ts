import type { Field, ResolvedInput, ScoreResult, Verdict } from '@deal-terms/core/scoring';
import {
  bandInWords,
  bestTrade,
  money,
  negotiabilityMeaning,
  nextQuestion,
  percent,
  trialQuestionInWords,
  verdictInWords,
} from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** The head of a score: what to do, how sure we are, what to ask. */
export type ScoreView = {
  /** 0–100, whole. */
  readonly score: number;
  readonly band: string;
  readonly verdict: string;
  readonly tone: 'success' | 'warning' | 'default';
  readonly meaning: string;
  /** What to do, in one or two sentences. */
  readonly advice: string;
  /** Why there is nothing to offer; null when there is. */
  readonly reason: string | null;
  readonly question: QuestionView | null;
};

/** A question for the customer, and what knowing its answer is worth. */
export type QuestionView = {
  readonly question: string;
  readonly worth: string;
  /** Of a question that a yes or no answers: the discount it names; null for one about the customer. */
  readonly discount: number | null;
  /** Of a question about the customer that a figure can answer; null for others. */
  readonly figure: StatedFigure | null;
};

/** What a customer can put a figure on. */
export type StatedFigure = 'statedCostOfCash' | 'statedLossPerDay';
const figureOf: Record<Field, StatedFigure | null> = {
  cashPosition: 'statedCostOfCash',
  termsImportance: null,
  urgency: 'statedLossPerDay',
};

const tones: Record<Verdict, ScoreView['tone']> = { trade: 'success', explore: 'warning', hold: 'default' };

/** The head of a score in words. */
export function scoreView(result: ScoreResult, input: ResolvedInput, reader: Reader): ScoreView {
  return {
    // Rounded down: a chance is never shown as certain.
    score: Math.floor(result.negotiability),
    band: `${bandInWords(result.band)} negotiability`,
    verdict: verdictInWords(result.verdict),
    tone: tones[result.verdict],
    meaning: negotiabilityMeaning(result, reader),
    advice: bestTrade(result, input, reader),
    reason: result.offers.length > 0 ? null : whyNothing(result, input, reader),
    question: questionView(result, input, reader),
  };
}

function questionView(
  { nextQuestion: field, valueOfInformation, trial }: ScoreResult,
  input: ResolvedInput,
  reader: Reader,
): QuestionView | null {
  if (field === null) return null;
  const asked =
    field === 'trial'
      ? trial && {
          question: trialQuestionInWords(trial, input, reader),
          worth: trial.value,
          discount: trial.discount,
          figure: null,
        }
      : {
          question: nextQuestion(field, reader),
          worth: valueOfInformation[field],
          discount: null,
          figure: figureOf[field],
        };
  return (
    asked && {
      question: asked.question,
      discount: asked.discount,
      figure: asked.figure,
      worth: `Worth asking: about ${money(asked.worth, reader)} to us.`,
    }
  );
}

function whyNothing({ packagesConsidered }: ScoreResult, { deal, policy }: ResolvedInput, reader: Reader): string {
  if (packagesConsidered === 0)
    return 'There is no other package to offer: what the customer cannot do and our policy leave none.';
  const limits = `a discount of at most ${percent(policy.discount.max, reader)}, a margin of at least ${percent(policy.discount.keepOfMargin * deal.grossMargin, reader)} and a chance of a yes of at least ${percent(policy.minAcceptance * (1 - policy.silence), reader)}`;
  return `None of the ${packagesConsidered} packages we could offer is worth it to both sides within our limits: ${limits}.`;
}
