import type { Field } from '../scoring/index.ts';
import { percent } from './amounts.ts';
import type { Reader } from './say.ts';
import { say } from './say.ts';

/** Round figures a question is asked with: easy to answer, binding nobody. */
const ASKED_DISCOUNT = 0.02;
const ASKED_WEEKS = 3;

/** The question that finds an unknown answer out, as one would ask it; people answer better with a concrete case than about themselves. */
export function nextQuestion(field: Field, reader: Pick<Reader, 'locale'>): string {
  if (field === 'cashPosition') return say('askCashPosition', { rate: percent(ASKED_DISCOUNT, reader) });
  return field === 'termsImportance' ? say('askTermsImportance') : say('askUrgency', { weeks: String(ASKED_WEEKS) });
}
