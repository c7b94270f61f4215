import type { StoredScore } from '../crm/index.ts';

/** What of a score, new or stored, says whether to ask or to offer. */
export type QuestionOrOffer = Pick<StoredScore, 'verdict' | 'negotiability' | 'nextQuestion'>;

/** From this negotiability on the customer has said yes to terms that still suit us (docs/model.md 7), as far as a stored score is exact. */
const agreed = 99.9999;

/**
 * Whether the next thing to do is to ask. A trial question is one wherever it is worth asking (the model leaves it out where
 * it is not); a question about the customer only while the verdict is to explore. Nobody who said yes is asked for something
 * else first: that yes is taken up.
 */
export function isQuestionFirst({ verdict, nextQuestion, negotiability }: QuestionOrOffer): boolean {
  if (nextQuestion === null) return false;
  return nextQuestion === 'trial' ? (negotiability ?? 0) < agreed : verdict === 'explore';
}
