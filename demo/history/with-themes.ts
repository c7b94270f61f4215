import { defaultThemeList, proposedThemes } from '@deal-terms/core/themes';
import type { Answers } from '../deal-row.ts';

/** Answers with the themes the card proposes for the customer's words, as a rep clicks them. */
export function withThemes<Some extends Answers>(answers: Some): Some {
  return { ...answers, themes: proposedThemes(answers.customerWhy, defaultThemeList.themes) };
}
