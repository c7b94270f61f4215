/** A line of NDJSON that holds something, with its number counting from 1. */
export type Line = { readonly text: string; readonly number: number };

/** Text as it was meant: some programs put a byte order mark before UTF-8. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** A chunk of text cut at its line feeds; the last piece is still open. */
async function* openLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let pieces: string[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      pieces.push(chunk.slice(start, end));
      yield pieces.join('');
      pieces = [];
      start = end + 1;
    }
    pieces.push(chunk.slice(start));
  }
  yield pieces.join('');
}

/**
 * The lines of a stream of UTF-8, read no faster than they are taken. Only a line feed ends a line: `node:readline` also cuts at
 * U+2028 and U+2029, which JSON allows inside its strings, and at a lone carriage return, which it allows between its values.
 * Blank lines are counted and left out; a byte order mark at the beginning is dropped.
 */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Line> {
  stream.setEncoding('utf8');
  let number = 0;
  for await (const line of openLines(stream as AsyncIterable<string>)) {
    number += 1;
    const text = number === 1 ? withoutByteOrderMark(line) : line;
    if (text.trim() !== '') yield { text, number };
  }
}
