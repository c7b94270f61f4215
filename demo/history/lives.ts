import type { DemoClock } from '../demo-clock.ts';

/** What becomes of a record, told step by step: each value is the time, epoch milliseconds, at which it goes on. Nothing happens before the first. */
export type Life = AsyncGenerator<number, void, void>;

type Waiting = { readonly life: Life; readonly atMs: number };

/**
 * Lets lives take their course side by side, in the order of their times, up to now; what is still to come then never happens. The clock goes with them,
 * never back, and is released at the end.
 *
 * @param untilMs - now, epoch milliseconds
 * @param onEnded - how many have come to their end so far
 * @throws {Error} whatever a life throws
 */
export async function runLives(
  lives: readonly Life[],
  clock: DemoClock,
  untilMs: number,
  onEnded: (ended: number) => void,
): Promise<void> {
  let waiting: Waiting[] = [];
  let ended = 0;
  const goOn = async (life: Life) => {
    const next = await life.next();
    if (next.done === true || next.value > untilMs) onEnded((ended += 1));
    else waiting.push({ life, atMs: next.value });
  };
  try {
    for (const life of lives) await goOn(life);
    for (let atMs = -Infinity, next = earliest(waiting); next !== null; next = earliest(waiting)) {
      const { life } = next;
      atMs = Math.max(atMs, next.atMs);
      waiting = waiting.filter((one) => one.life !== life);
      clock.stopAt(atMs);
      await goOn(life);
    }
  } finally {
    clock.release();
  }
}

function earliest(waiting: readonly Waiting[]): Waiting | null {
  return waiting.reduce<Waiting | null>((first, one) => (first === null || one.atMs < first.atMs ? one : first), null);
}
