import { folded } from './folded.ts';
import { themeKeywords, themeLanguages } from './keywords.ts';
import { defaultThemeIds } from './theme.ts';
import type { Theme } from './theme.ts';

const keywordPatterns: ReadonlyMap<string, RegExp> = new Map(
  defaultThemeIds.map((id) => [
    id,
    patternOf(themeLanguages.flatMap((language) => themeKeywords[id][language]).map(partOf)),
  ]),
);

/**
 * Themes the words of a customer speak of, in the company's order. Only a proposal: people choose.
 * A theme is found by its name, those a company begins with also by their keywords in five languages.
 *
 * @param why - the customer's own words; null for none
 * @param themes - of the company; retired ones are not proposed
 * @returns ids
 */
export function proposedThemes(why: string | null, themes: readonly Theme[]): string[] {
  if (why === null) return [];
  const words = folded(why);
  return themes
    .filter(
      ({ id, name, isRetired }) =>
        !isRetired && (keywordPatterns.get(id)?.test(words) === true || isNamed(folded(name), words)),
    )
    .map(({ id }) => id);
}

function isNamed(name: string, words: string): boolean {
  return name !== '' && patternOf([startingAtAWord(name)]).test(words);
}

function partOf(keyword: string): string {
  return keyword.startsWith('~') ? phrase(folded(keyword.slice(1))) : startingAtAWord(folded(keyword));
}

function startingAtAWord(text: string): string {
  return `(?<![\\p{L}\\p{N}])${phrase(text)}`;
}

/** Each word the beginning of one, with nothing between. `text` is folded: it holds letters, digits and spaces. */
function phrase(text: string): string {
  return text.split(' ').join('[\\p{L}\\p{N}]* ');
}

function patternOf(alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'u');
}
