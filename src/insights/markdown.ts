/** Characters that mean something in Markdown, in GitHub's extensions of it or in the HTML it may hold, wherever they stand. */
const markup = /[!-/:-@[-`{-~]/g;

/**
 * Text people typed, so that Markdown shows it as it was typed: never a heading, link, image, list or tag; on one line.
 *
 * @param text - any
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(markup, (character) => (isHarmless.has(character) ? character : entity(character)))
    .replace(/^(\d*)([-+=.)])/, (_, digits: string, mark: string) => digits + entity(mark))
    .replace(/(www)\./gi, (_, start: string) => start + entity('.'));
}

/** Unlike backslashes, entities also keep GitHub's autolinks from seeing an address. */
function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Punctuation that is markup at most at the start of a line, or not without what is always escaped. */
const isHarmless = new Set(',;?%\'"$/-.()+=!');

/** A cell of our own words or figures needs no escaping; one of typed text is wrapped in `escapeMarkdown` by whoever builds the row. */
export type MarkdownTable = {
  readonly head: readonly string[];
  readonly alignRight: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

/** A table in Markdown; cells must be on one line. */
export function markdownTable({ head, alignRight, rows }: MarkdownTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (alignRight.includes(index) ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
