/** So many characters fit a line on a telephone and in the sidebar; the headline is bold, hence wider. */
const headlineLength = 33;
const detailLength = 42;
/** Lines of each kind the strip is high, whatever it says. */
const headlineLines = 4;
const detailLines = 4;

/** The strip's text, line by line, and the empty lines below it that make up its height. */
export type StripLines = {
  readonly headline: readonly string[];
  readonly details: readonly string[];
  /** How many more lines of each kind would have fitted. */
  readonly spareHeadlines: number;
  readonly spareDetails: number;
};

/**
 * The strip's text in lines that do not wrap, four of headline and four of details at most, and what is left of these as
 * empty lines: so the strip is as high as ever and nothing under it moves while somebody answers.
 */
export function stripLines(headline: string, details: readonly string[]): StripLines {
  const said = atMost(headlineLines, wrapped(headline, headlineLength));
  const more = atMost(
    detailLines,
    details.filter((detail) => detail !== '').flatMap((detail) => wrapped(detail, detailLength)),
  );
  return {
    headline: said,
    details: more,
    spareHeadlines: headlineLines - said.length,
    spareDetails: detailLines - more.length,
  };
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
