/** So many characters fit a line on a telephone and in the sidebar; the headline is bold. */
const headlineLength = 38;
const detailLength = 42;
const headlineLines = 3;
const detailLines = 3;

/**
 * The strip's text in lines that neither wrap nor are missing, whatever it says: so the strip is as high as ever and
 * nothing under it moves while somebody answers. What does not fit stands in the last line, cut off with its whole text to point at.
 *
 * @returns three lines of headline and three of details; empty ones hold a space that takes its place
 */
export function stripLines(headline: string, details: readonly string[]): { headline: string[]; details: string[] } {
  return {
    headline: exactly(headlineLines, wrapped(headline, headlineLength)),
    details: exactly(
      detailLines,
      details.filter((detail) => detail !== '').flatMap((detail) => wrapped(detail, detailLength)),
    ),
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

function exactly(size: number, lines: readonly string[]): string[] {
  const fitting = lines.length <= size ? lines : [...lines.slice(0, size - 1), lines.slice(size - 1).join(' ')];
  return Array.from({ length: size }, (_, index) => fitting[index] || '\u00a0');
}
