import type { WriteStream } from 'node:tty';

const betweenLinesMs = 2_000;

/**
 * Shows how far a piece of work is: on a terminal one line that is written over, elsewhere a line now and then and one at its end.
 *
 * @param output - where the lines go
 * @param nowMs - clock
 */
export function progressLine(
  output: Pick<WriteStream, 'write' | 'isTTY'>,
  nowMs: () => number,
): (what: string, done: number, total: number) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (what, done, total) => {
    const isEnd = done >= total;
    const line = total === 1 ? `  ${what}` : `  ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${what}`;
    if (output.isTTY) output.write(`\r${line}\u001B[K${isEnd ? '\n' : ''}`);
    else if (isEnd || nowMs() - lastMs >= betweenLinesMs) output.write(`${line}\n`);
    else return;
    lastMs = isEnd ? Number.NEGATIVE_INFINITY : nowMs();
  };
}
