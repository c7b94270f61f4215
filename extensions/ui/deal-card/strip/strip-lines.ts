/** So many characters fit a line on a telephone and in the sidebar; the headline is bold, hence wider. */
const headlineLength = 33;
const detailLength = 38;
/** Lines the strip is high, whatever it says; the headline takes what it needs up to its own maximum, details the rest. */
const stripHeight = 6;
const headlineMost = 5;

/** The strip's text, line by line, and the empty lines that make up its height: one under the headline first, as between paragraphs, the others below. */
export type StripLines = {
  readonly headline: readonly string[];
  readonly gap: number;
  readonly details: readonly string[];
  readonly spare: number;
};

/**
 * The strip's text in lines that do not wrap, six in all, of one size: a short headline leaves room for more details, and
 * what neither fills is left empty. So the strip is as high as ever and nothing under it moves while somebody answers.
 */
export function stripLines(headline: string, details: readonly string[]): StripLines {
  const said = atMost(headlineMost, wrapped(headline, headlineLength));
  const more = atMost(
    stripHeight - said.length,
    details.filter((detail) => detail !== '').flatMap((detail) => wrapped(detail, detailLength)),
  );
  const empty = stripHeight - said.length - more.length;
  const gap = Math.min(empty, 1);
  return { headline: said, gap, details: more, spare: empty - gap };
}

/** A detail in one line: the shorter words where the whole ones would take another. */
export function fitting(whole: string, shorter: string): string {
  return whole.length <= detailLength ? whole : shorter;
}

/** Whether a headline leaves room for the price and the rep's limit under it. */
export function isShortHeadline(headline: string): boolean {
  return wrapped(headline, headlineLength).length <= stripHeight - 2;
}

function wrapped(text: string, length: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + 1 + word.length > length
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** What does not fit stands in the last line, cut off with its whole text to point at. */
function atMost(size: number, lines: readonly string[]): readonly string[] {
  return lines.length <= size ? lines : [...lines.slice(0, size - 1), lines.slice(size - 1).join(' ')];
}
