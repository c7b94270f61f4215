import type { Deal } from '../crm/index.ts';
import type { DealToPlace } from './deal-state.ts';
import { isQuestionFirst } from './question-first.ts';

/** What the score a deal carries advises, as far as where the deal stands depends on it; null for a deal without a score. */
export function storedAdvice({ score }: Pick<Deal, 'score'>): DealToPlace['advice'] {
  if (score === null) return null;
  const [, days] = score.packageId?.split('/') ?? [];
  return {
    daysSaved: days === undefined ? null : Number(days),
    isQuestionFirst: isQuestionFirst(score),
  };
}
