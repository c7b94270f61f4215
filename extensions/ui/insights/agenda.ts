import { escapeMarkdown } from '@deal-terms/core/insights';
import type { DecisionLine } from './decision-lines.ts';
import type { ThemeLine, WhyLine } from './theme-lines.ts';

/** What a meeting talks about, in its order; texts are as people typed them. */
export type Agenda = {
  readonly title: string;
  readonly opening: readonly string[];
  readonly earlier: readonly DecisionLine[];
  readonly items: readonly AgendaItem[];
};

export type AgendaItem = {
  readonly title: string;
  readonly figures: string;
  readonly words: readonly { readonly from: string; readonly why: string }[];
};

/** More of one theme's words than this nobody reads out. */
const wordsAtMost = 5;

export type Picks = { readonly themes: readonly string[]; readonly deals: readonly string[] };
export const noPicks: Picks = { themes: [], deals: [] };

/**
 * Items for what was picked: themes in the page's order, then deals.
 *
 * @param themes - all lines of the page
 * @param picks - ids
 */
export function agendaItems(themes: readonly ThemeLine[], picks: Picks): readonly AgendaItem[] {
  const whys = new Map(themes.flatMap((theme) => theme.whys.map((why) => [why.dealId, why] as const)));
  return [
    ...themes
      .filter(({ themeId }) => themeId !== null && picks.themes.includes(themeId))
      .map(({ name, figures, whys: said }) => ({
        title: name,
        figures,
        words: said
          .filter(({ state }) => state === 'Open')
          .slice(0, wordsAtMost)
          .map(wordOf),
      })),
    ...picks.deals.flatMap((id) => {
      const why = whys.get(id);
      return why === undefined
        ? []
        : [
            {
              title: `${why.company}, ${why.dealName}`,
              figures: `${why.value}, ${why.state.toLowerCase()}`,
              words: [wordOf(why)],
            },
          ];
    }),
  ];
}

function wordOf({ company, dealName, why }: WhyLine): AgendaItem['words'][number] {
  return { from: `${company}, ${dealName}`, why };
}

/**
 * A decision in one sentence.
 *
 * @param decision - as typed
 * @param asText - what typed texts become
 */
export function decisionInWords(
  { what, about, who, due }: DecisionLine,
  asText = (typed: string): string => typed,
): string {
  return `${asText(what)} (${asText(about)}): ${asText(who)}, by ${due}`;
}

/** An agenda in Markdown; what people typed never becomes markup. */
export function agendaMarkdown({ title, opening, earlier, items }: Agenda): string {
  return [
    `# ${title}`,
    ...opening.map(escapeMarkdown),
    ...(earlier.length === 0
      ? []
      : [
          '## What became of earlier decisions',
          earlier
            .map((decision) => `- ${decisionInWords(decision, escapeMarkdown)} – **${decision.status}**`)
            .join('\n'),
        ]),
    '## To discuss',
    ...(items.length === 0
      ? ['Nothing is picked yet.']
      : items.flatMap(({ title: of, figures, words }, place) => [
          `### ${place + 1}. ${escapeMarkdown(of)}`,
          figures,
          ...(words.length === 0
            ? []
            : [words.map(({ from, why }) => `- **${escapeMarkdown(from)}**: “${escapeMarkdown(why)}”`).join('\n')]),
          'Decision: … Who: … By when: …',
        ])),
  ].join('\n\n');
}
